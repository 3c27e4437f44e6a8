import type { PageLabels, ValueView } from '../../../protocol/roomPage.ts';
import { usePageContext } from '../page/pageContext.ts';
import type { TipLine } from '../page/tooltip.ts';
import { Icon } from './icon.tsx';

import './value.css';

/** A value with its mark: absent, invalid, an error, or a link. */
export function Value({ value }: { readonly value: ValueView }) {
  const { labels } = usePageContext();
  switch (value.state) {
    case 'null':
      return (
        <span class="absent">
          <span aria-hidden="true">{value.text}</span>
          <span class="visually-hidden">{labels.null}</span>
        </span>
      );
    case 'missing':
      return <em class="absent">{labels.missing}</em>;
    case 'invalid':
      return (
        <span class="invalid">
          <Icon name="warning" /> <bdi>{value.text}</bdi> <span class="mark">{labels.invalid}</span>
        </span>
      );
    case 'value':
      return value.href === undefined ? <Text value={value} /> : <Link value={value} href={value.href} />;
    default:
      return value.state satisfies never;
  }
}

function Text({ value }: { readonly value: ValueView }) {
  switch (value.tone) {
    case undefined:
      return <bdi>{value.text}</bdi>;
    case 'code':
      return (
        <code>
          <bdi>{value.text}</bdi>
        </code>
      );
    case 'error':
      return (
        <span class="error">
          <Icon name="error" /> <bdi>{value.text}</bdi>
        </span>
      );
    default:
      return value.tone satisfies never;
  }
}

interface LinkProps {
  readonly value: ValueView;
  readonly href: string;
  readonly tabStop?: boolean;
}

/** A link that the host opens. It has no `href`, because VS Code would then open it a second time. */
export function Link({ value, href, tabStop = true }: LinkProps) {
  const { host, labels } = usePageContext();
  return (
    // biome-ignore lint/a11y/useSemanticElements: an anchor needs an href, which VS Code opens by itself
    <button
      type="button"
      role="link"
      class="link"
      tabIndex={tabStop ? 0 : -1}
      aria-description={labels.opensInBrowser}
      onClick={() => void host.ask({ type: 'openLink', href })}
    >
      <Text value={value} />
      <Icon name="link-external" />
    </button>
  );
}

/** The tooltip of a value: its exact form, or the reason why it is absent. */
export function remarks(value: ValueView, labels: PageLabels): TipLine[] {
  const lines: TipLine[] = [];
  if (value.exact !== undefined) lines.push({ text: value.exact, code: true });
  switch (value.state) {
    case 'value':
      if (value.href !== undefined) lines.push({ text: labels.opensInBrowser });
      break;
    case 'null':
      lines.push({ text: labels.null });
      break;
    case 'missing':
      lines.push({ text: labels.missing });
      break;
    case 'invalid':
      lines.push({ text: labels.invalid });
      break;
    default:
      value.state satisfies never;
  }
  return lines;
}
