import { useId, useState } from 'preact/hooks';
import type { CallView } from '../../../protocol/call.ts';
import { Icon } from '../../shared/icon.tsx';
import { useSurroundings } from '../../shared/pageContext.ts';
import { cut } from '../../shared/truncate.ts';
import { Finding, type FindingActions } from './finding.tsx';

import './summary.css';

/** A sentence names a few people; longer ones come from names of any length. */
const STORY_LENGTH = 600;
/** Of more findings, errors too wait until they are opened. */
const FEW = 3;

interface WhatHappenedProps {
  readonly call: CallView;
  readonly actions: FindingActions;
  /** The finding that the timeline shows. */
  readonly pinned: string | undefined;
}

/** The answer: the call in a sentence, and what stands out in it. */
export function WhatHappened({ call, actions, pinned }: WhatHappenedProps) {
  const { words } = useSurroundings();
  const heading = useId();
  const calm = call.findings.length === 0;
  // Decided once: what the reader opened stays open when findings come and go.
  const [few] = useState(call.findings.length <= FEW);
  return (
    <section class="happened">
      <h2>{words.whatHappened}</h2>
      <p class={calm ? 'story calm' : 'story'}>
        {calm && <Icon name="pass" />}
        {cut(call.story, STORY_LENGTH)}
      </p>
      {call.freshness !== undefined && (
        <p class="freshness">
          <Icon name="history" />
          {call.freshness}
        </p>
      )}
      {/* The story itself says that nothing was found. */}
      {!calm && (
        <>
          <h3 id={heading}>
            {words.findings} <span class="many">{call.findings.length}</span>
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

/** Where the answer will stand, while the participants who tell it are still coming. */
export function Waiting() {
  const { words } = useSurroundings();
  return (
    <section class="happened">
      <h2>{words.whatHappened}</h2>
      <p class="freshness">
        <Icon name="loading" spin />
        {words.loading}
      </p>
    </section>
  );
}
