import type { PageState } from '../../protocol/roomPage.ts';
import { FailureBanner, FailurePage } from '../shared/failure.tsx';
import { Loading } from '../shared/loading.tsx';
import { type Spoken, useSpoken } from '../shared/useAnnouncements.ts';
import { Compare } from './compare.tsx';
import { Header } from './header.tsx';
import { Participants } from './participants/participants.tsx';
import { useChoice } from './participants/useSelection.ts';
import { Details } from './properties/details.tsx';
import { Properties } from './properties/properties.tsx';
import { Waiting, WhatHappened } from './summary/summary.tsx';
import { hasLanes, useHighlight } from './summary/useHighlight.ts';
import { Timeline } from './timeline/timeline.tsx';

import './page.css';

/** The whole page for a state. */
export function Page({ state }: { readonly state: PageState }) {
  const { room, call, details, participants, failure, compare } = state;
  const { chosen, choose, close, heading } = useChoice(room?.sid, details);
  const { lit, reveal, pinned, actions, unpin } = useHighlight(room?.sid, call);
  useSpoken(spoken(state));
  return (
    <main>
      {failure && room && <FailureBanner failure={failure} />}
      {failure && !room && <FailurePage failure={failure} />}
      {compare && <Compare compare={compare} />}
      {!failure && !room && !compare && <Loading />}
      {room && <Header room={room} saved={state.saved} loading={state.loading} watched={state.watched} />}
      {room && call && <WhatHappened key={room.sid} call={call} actions={actions} pinned={pinned} />}
      {room && !call && participants?.loading && <Waiting />}
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

/** A failure speaks for itself, being an alert. That a room in progress has ended is news. */
function spoken({ loading, room, call, participants, failure, compare }: PageState): Spoken {
  const words = [room?.headline, participants?.summary, call?.story, compare?.summary];
  return {
    loading: !failure && (loading || (participants?.loading ?? false)),
    subject: failure ? failure.title : room && `${room.sid ?? room.title} ${room.status.word}`,
    outcome: failure ? [] : words,
  };
}
