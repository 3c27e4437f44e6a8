import type { ParticipantsView } from '../../../protocol/roomPage.ts';
import { Icon } from '../../shared/icon.tsx';
import { pure } from '../../shared/memo.tsx';
import { useSurroundings } from '../../shared/pageContext.ts';
import { Grid } from './grid.tsx';
import type { Choose } from './useSelection.ts';

import './participants.css';

/** Other parts refer to the table by it. */
export const PARTICIPANTS_HEADING = 'participants';

interface ParticipantsProps {
  readonly participants: ParticipantsView;
  readonly chosen: string | undefined;
  /** Absent while there are no details to be had. */
  readonly choose: Choose | undefined;
}

/** Who was in the room: a summary, and every field of everyone in a table. */
export const Participants = pure(({ participants, chosen, choose }: ParticipantsProps) => {
  const { words } = useSurroundings();
  return (
    <section class="participants">
      <div class="heading">
        <h2 id={PARTICIPANTS_HEADING}>{words.participants}</h2>
        <p class="summary">
          {participants.loading && <Icon name="loading" spin />}
          {participants.summary}
        </p>
      </div>
      {participants.rows.length > 0 && (
        <Grid
          columns={participants.columns}
          rows={participants.rows}
          total={participants.total}
          labelledBy={PARTICIPANTS_HEADING}
          chosen={chosen}
          choose={choose}
        />
      )}
    </section>
  );
});
