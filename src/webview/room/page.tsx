import { useEffect, useRef } from 'preact/hooks';
import type { PageState } from '../../protocol.ts';
import { useSurroundings } from './context.ts';
import { FailureBanner, FailurePage } from './failure.tsx';
import { Header } from './header.tsx';
import { Icon } from './icon.tsx';
import { Participants } from './participants.tsx';
import { Properties } from './properties.tsx';

/** The whole page for a state. */
export function Page({ state }: { readonly state: PageState }) {
  const { room, participants, failure } = state;
  useSpokenEnd(state);
  return (
    <main>
      {failure && room && <FailureBanner failure={failure} />}
      {failure && !room && <FailurePage failure={failure} />}
      {!failure && !room && <Loading />}
      {room && <Header room={room} loading={state.loading} />}
      {room && <Properties groups={room.groups} />}
      {room && participants && <Participants participants={participants} />}
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
function useSpokenEnd({ loading, room, participants, failure }: PageState): void {
  const { announcer } = useSurroundings();
  const busy = loading || (participants?.loading ?? false);
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !busy && !failure && room) {
      announcer.say([room.headline, participants?.summary].filter(Boolean).join(' '));
    }
    wasBusy.current = busy;
  });
}
