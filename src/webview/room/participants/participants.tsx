import type { ParticipantsView } from '../../../protocol/roomPage.ts';
import { Icon } from '../../shared/components/icon.tsx';
import { memo } from '../../shared/components/memo.tsx';
import { usePageContext } from '../../shared/page/pageContext.ts';
import { Grid } from './grid.tsx';
import type { Choose } from './useSelection.ts';

import './participants.css';

/** Id of the table's heading, to which other components refer. */
export const participantsHeading = 'participants';

interface ParticipantsProps {
  readonly participants: ParticipantsView;
  readonly chosen: string | undefined;
  /** See `Selection.landed`. */
  readonly landed: string | undefined;
  /** Undefined while there are no details to show. */
  readonly choose: Choose | undefined;
}

/** The participants of the room: a summary, and a table with all of their fields. */
export const Participants = memo(({ participants, chosen, landed, choose }: ParticipantsProps) => {
  const { labels } = usePageContext();
  return (
    <section class="participants">
      <div class="heading">
        <h2 id={participantsHeading}>{labels.participants}</h2>
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
          labelledBy={participantsHeading}
          chosen={chosen}
          landed={landed}
          choose={choose}
        />
      )}
    </section>
  );
});
