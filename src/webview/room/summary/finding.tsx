import { useState } from 'preact/hooks';
import type { FindingView } from '../../../protocol/call.ts';
import type { PageIcon } from '../../../protocol/pageIcons.ts';
import { truncate } from '../../../unicode/truncate.ts';
import { Icon } from '../../shared/components/icon.tsx';
import { Link } from '../../shared/components/value.tsx';
import { usePageContext, useTooltip } from '../../shared/page/pageContext.ts';
import type { TipLine } from '../../shared/page/tooltip.ts';

import './finding.css';

const maxTextLength = 600;

export interface FindingActions {
  /** Highlights the bars of a finding while the pointer or the focus is on it; undefined ends that. */
  readonly highlight: (finding: FindingView | undefined) => void;
  /** Highlights the bars until unpinned and scrolls to them; undefined if there is no timeline. */
  readonly pin?: ((finding: FindingView, byKeyboard: boolean) => void) | undefined;
}

interface FindingProps {
  readonly finding: FindingView;
  /** Whether the finding is initially open. */
  readonly opened: boolean;
  readonly pinned: boolean;
  readonly actions: FindingActions;
}

/** One finding: its title and evidence in a line, and its explanation when opened. */
export function Finding({ finding, opened, pinned, actions }: FindingProps) {
  const { labels } = usePageContext();
  const [open] = useState(opened);
  return (
    <li
      class={`finding is-${finding.severity}`}
      onPointerEnter={() => actions.highlight(finding)}
      onPointerLeave={() => actions.highlight(undefined)}
      onFocusIn={() => actions.highlight(finding)}
      onFocusOut={() => actions.highlight(undefined)}
    >
      <details open={open}>
        <summary aria-description={finding.fullNames?.join(', ')} {...useTooltip(fullNameLines(finding))}>
          <Icon name="chevron-right" />
          <Icon name={severityIcon(finding.severity)} />
          <span class="text">
            <span class="severity">{finding.label}</span>{' '}
            <span class="what">{truncate(finding.title, maxTextLength)}</span>
            <span class="visually-hidden">.</span>{' '}
            {finding.evidence !== '' && (
              <span class="evidence">{truncate(finding.evidence, maxTextLength)}</span>
            )}
          </span>
        </summary>
        <dl>
          {finding.meaning !== '' && <Explained by={labels.usually} text={finding.meaning} />}
          {finding.check !== '' && <Explained by={labels.toCheck} text={finding.check} />}
        </dl>
        <div class="actions">
          {actions.pin && finding.participants.length > 0 && (
            <button
              type="button"
              class="button"
              aria-pressed={pinned}
              onClick={(event) => actions.pin?.(finding, event.detail === 0)}
            >
              <Icon name={pinned ? 'check' : 'graph-left'} />
              {labels.showInTimeline}
            </button>
          )}
          {finding.href !== undefined && (
            <Link value={{ text: labels.moreAtTwilio, state: 'value' }} href={finding.href} />
          )}
        </div>
      </details>
    </li>
  );
}

/** The tooltip of a text with names: the full identities of those that are shortened. */
export function fullNameLines({ fullNames = [] }: Pick<FindingView, 'fullNames'>): TipLine[] {
  return fullNames.map((line) => ({ text: truncate(line, maxTextLength) }));
}

function Explained({ by, text }: { readonly by: string; readonly text: string }) {
  return (
    <div>
      <dt>{by}</dt>
      <dd>{truncate(text, maxTextLength)}</dd>
    </div>
  );
}

function severityIcon(severity: FindingView['severity']): PageIcon {
  switch (severity) {
    case 'error':
    case 'warning':
    case 'info':
      return severity;
    default:
      severity satisfies never;
      return 'info';
  }
}
