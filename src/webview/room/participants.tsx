import { useId } from 'preact/hooks';
import type { ParticipantsView } from '../../protocol.ts';
import { useSurroundings } from './context.ts';
import { Grid } from './grid.tsx';
import { Icon } from './icon.tsx';

/** Who was in the room: a summary, and every field of everyone in a table. */
export function Participants({ participants }: { readonly participants: ParticipantsView }) {
  const { words } = useSurroundings();
  const heading = useId();
  return (
    <section class="participants">
      <div class="heading">
        <h2 id={heading}>{words.participants}</h2>
        <p class="summary">
          {participants.loading && <Icon name="loading" spin />}
          {participants.summary}
        </p>
      </div>
      {participants.rows.length > 0 && (
        <Grid columns={participants.columns} rows={participants.rows} labelledBy={heading} />
      )}
    </section>
  );
}
