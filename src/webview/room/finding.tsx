import { useState } from 'preact/hooks';
import type { FindingView, PageIcon, Severity } from '../../protocol.ts';
import { useSurroundings } from './context.ts';
import { cut } from './cut.ts';
import { Icon } from './icon.tsx';
import { Link } from './value.tsx';

const TEXT_LENGTH = 600;

export interface FindingActions {
  /** Highlights the bars of a finding while the reader looks at it; with undefined, no longer. */
  readonly look: (finding: FindingView | undefined) => void;
  /** Highlights them until further notice and goes there; absent where there is no timeline. */
  readonly pin?: ((finding: FindingView, byKeyboard: boolean) => void) | undefined;
}

interface FindingProps {
  readonly finding: FindingView;
  /** Whether it is open at first. */
  readonly opened: boolean;
  readonly pinned: boolean;
  readonly actions: FindingActions;
}

/** One finding: in a line what stands out and who it was, and when opened what it means. */
export function Finding({ finding, opened, pinned, actions }: FindingProps) {
  const { words } = useSurroundings();
  const [open] = useState(opened);
  return (
    <li
      class={`finding is-${finding.severity}`}
      onPointerEnter={() => actions.look(finding)}
      onPointerLeave={() => actions.look(undefined)}
      onFocusIn={() => actions.look(finding)}
      onFocusOut={() => actions.look(undefined)}
    >
      <details open={open}>
        <summary>
          <Icon name="chevron-right" />
          <Icon name={severityIcon(finding.severity)} />
          <span class="said">
            <span class="severity">{finding.word}</span>{' '}
            <span class="what">{cut(finding.title, TEXT_LENGTH)}</span>
            <span class="visually-hidden">.</span>{' '}
            {finding.evidence !== '' && <span class="evidence">{cut(finding.evidence, TEXT_LENGTH)}</span>}
          </span>
        </summary>
        <dl>
          {finding.meaning !== '' && <Explained by={words.usually} text={finding.meaning} />}
          {finding.check !== '' && <Explained by={words.toCheck} text={finding.check} />}
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
              {words.showInTimeline}
            </button>
          )}
          {finding.href !== undefined && (
            <Link value={{ text: words.moreAtTwilio, state: 'value' }} href={finding.href} />
          )}
        </div>
      </details>
    </li>
  );
}

function Explained({ by, text }: { readonly by: string; readonly text: string }) {
  return (
    <div>
      <dt>{by}</dt>
      <dd>{cut(text, TEXT_LENGTH)}</dd>
    </div>
  );
}

function severityIcon(severity: Severity): PageIcon {
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
