import type { PageState } from '../../protocol/roomPage.ts';
import { FailureBanner, FailurePage } from '../shared/components/failure.tsx';
import { Loading } from '../shared/components/loading.tsx';
import { type Announcements, useAnnouncements } from '../shared/page/useAnnouncements.ts';
import { Compare } from './compare.tsx';
import { Header } from './header.tsx';
import { Participants } from './participants/participants.tsx';
import { useSelection } from './participants/useSelection.ts';
import { Details } from './properties/details.tsx';
import { Properties } from './properties/properties.tsx';
import { Summary, Waiting } from './summary/summary.tsx';
import { hasLanes, useHighlight } from './summary/useHighlight.ts';
import { Timeline } from './timeline/timeline.tsx';

import './page.css';

/** Renders the room page for a state. */
export function Page({ state }: { readonly state: PageState }) {
  const { room, call, details, participants, failure, compare } = state;
  const { chosen, landed, choose, close, heading } = useSelection(room?.sid, details);
  const { highlighted, reveal, pinned, actions, unpin } = useHighlight(room?.sid, call);
  useAnnouncements(announcementsOf(state));
  return (
    <main>
      {failure && room && <FailureBanner failure={failure} />}
      {failure && !room && <FailurePage failure={failure} />}
      {compare && <Compare compare={compare} />}
      {!failure && !room && !compare && <Loading />}
      {room && <Header room={room} saved={state.saved} loading={state.loading} watched={state.watched} />}
      {room && call && <Summary key={room.sid} call={call} actions={actions} pinned={pinned} />}
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
              highlighted={highlighted}
              reveal={reveal}
              choose={choose}
              clearHighlight={unpin}
            />
          )}
          {participants && (
            <Participants
              participants={participants}
              chosen={chosen}
              landed={landed}
              choose={call && choose}
            />
          )}
          {details && <Details details={details} heading={heading} close={close} />}
        </div>
      )}
      {/* The summary of the call comes first, the room's fields after it. */}
      {room && call && <Properties key="properties" groups={room.groups} />}
    </main>
  );
}

/** The announcements for a state. A failure is an alert; a change of the room's status is announced. */
function announcementsOf({ loading, room, call, participants, failure, compare }: PageState): Announcements {
  const outcome = [room?.headline, participants?.summary, call?.summary, compare?.summary];
  return {
    loading: !failure && (loading || (participants?.loading ?? false)),
    subject: failure ? failure.title : room && `${room.sid ?? room.title} ${room.status.label}`,
    outcome: failure ? [] : outcome,
  };
}
