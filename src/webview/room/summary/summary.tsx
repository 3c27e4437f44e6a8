import { useId, useState } from 'preact/hooks';
import type { CallView } from '../../../protocol/call.ts';
import { truncate } from '../../../unicode/truncate.ts';
import { Icon } from '../../shared/components/icon.tsx';
import { usePageContext, useTooltip } from '../../shared/page/pageContext.ts';
import { Finding, type FindingActions, fullNameLines } from './finding.tsx';

import './summary.css';

/** Maximum length of the summary, which is longer only if it contains very long names. */
const maxSummaryLength = 600;
/** If there are more findings than this, errors are initially closed too. */
const maxOpen = 3;

interface SummaryProps {
  readonly call: CallView;
  readonly actions: FindingActions;
  /** Id of the finding that is pinned in the timeline. */
  readonly pinned: string | undefined;
}

/** The summary of the call and its findings. */
export function Summary({ call, actions, pinned }: SummaryProps) {
  const { labels } = usePageContext();
  const heading = useId();
  const calm = call.findings.length === 0;
  // Decided once, so that an opened finding stays open when findings come and go.
  const [few] = useState(call.findings.length <= maxOpen);
  return (
    <section class="happened">
      <h2>{labels.whatHappened}</h2>
      <p
        class={calm ? 'call-summary calm' : 'call-summary'}
        aria-description={call.fullNames?.join(', ')}
        {...useTooltip(fullNameLines(call))}
      >
        {calm && <Icon name="pass" />}
        {truncate(call.summary, maxSummaryLength)}
      </p>
      {call.freshness !== undefined && (
        <p class="freshness">
          <Icon name="history" />
          {call.freshness}
        </p>
      )}
      {/* The summary itself says if there are no findings. */}
      {!calm && (
        <>
          <h3 id={heading}>
            {labels.findings} <span class="many">{call.findings.length}</span>
          </h3>
          <ul class="findings" aria-labelledby={heading}>
            {call.findings.map((finding) => (
              <Finding
                key={finding.id}
                finding={finding}
                opened={few && finding.severity === 'error'}
                pinned={finding.id === pinned}
                actions={actions}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Placeholder of the summary while the participants are loading. */
export function Waiting() {
  const { labels } = usePageContext();
  return (
    <section class="happened">
      <h2>{labels.whatHappened}</h2>
      <p class="freshness">
        <Icon name="loading" spin />
        {labels.loading}
      </p>
    </section>
  );
}
