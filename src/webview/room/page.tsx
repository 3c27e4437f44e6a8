import { useEffect, useRef } from 'preact/hooks';
import type { PageState } from '../../protocol.ts';
import { useChoice } from './choice.ts';
import { Compare } from './compare.tsx';
import { useSurroundings } from './context.ts';
import { Details } from './details.tsx';
import { FailureBanner, FailurePage } from './failure.tsx';
import { Header } from './header.tsx';
import { hasLanes, useHighlight } from './highlight.ts';
import { Icon } from './icon.tsx';
import { Participants } from './participants.tsx';
import { Properties } from './properties.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { WhatHappened } from './whatHappened.tsx';

/** The whole page for a state. */
export function Page({ state }: { readonly state: PageState }) {
  const { room, call, details, participants, failure, compare } = state;
  const { chosen, choose, close, heading } = useChoice(room?.sid, details);
  const { lit, reveal, pinned, actions, unpin } = useHighlight(room?.sid, call);
  useSpokenEnd(state);
  return (
    <main>
      {failure && room && <FailureBanner failure={failure} />}
      {failure && !room && <FailurePage failure={failure} />}
      {compare && <Compare compare={compare} />}
      {!failure && !room && !compare && <Loading />}
      {room && <Header room={room} loading={state.loading} />}
      {room && call && <WhatHappened key={room.sid} call={call} actions={actions} pinned={pinned} />}
      {room && !call && <Properties key="properties" groups={room.groups} />}
      {room && (
        <div key="people" class={details ? 'people with-details' : 'people'}>
          {call?.timeline && hasLanes(call) && (
            <Timeline
              key={room.sid}
              timeline={call.timeline}
              locale={state.locale}
              chosen={chosen}
              lit={lit}
              reveal={reveal}
              choose={choose}
              unlight={unpin}
            />
          )}
          {participants && (
            <Participants participants={participants} chosen={chosen} choose={call && choose} />
          )}
          {details && <Details details={details} heading={heading} close={close} />}
        </div>
      )}
      {/* What happened comes first; the room's fields are for who looks further. */}
      {room && call && <Properties key="properties" groups={room.groups} />}
    </main>
  );
}

function Loading() {
  const { words } = useSurroundings();
  return (
    <div class="alone">
      <Icon name="loading" spin />
      <h1 class="quiet" tabIndex={-1}>
        {words.loading}
      </h1>
    </div>
  );
}

/** Says the outcome once loading is over; a failure speaks for itself, being an alert. */
function useSpokenEnd({ loading, room, call, participants, failure }: PageState): void {
  const { announcer } = useSurroundings();
  const busy = loading || (participants?.loading ?? false);
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !busy && !failure && room) {
      announcer.say([room.headline, participants?.summary, call?.story].filter(Boolean).join(' '));
    }
    wasBusy.current = busy;
  });
}
