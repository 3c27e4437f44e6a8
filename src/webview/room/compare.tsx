import { useEffect } from 'preact/hooks';
import type { CompareRowView, CompareView } from '../../protocol.ts';
import { useSurroundings, useTip } from './context.ts';
import { ActionButton } from './header.tsx';
import { Icon } from './icon.tsx';

/** Two rooms, or two participants, side by side: only what differs. */
export function Compare({ compare }: { readonly compare: CompareView }) {
  const { words, announcer } = useSurroundings();
  const [left, right] = compare.titles;
  useEffect(() => announcer.say(compare.summary), [announcer, compare.summary]);
  return (
    <>
      <header class="room">
        <h1 tabIndex={-1}>
          <bdi>{left}</bdi> <Icon name="compare-changes" /> <bdi>{right}</bdi>
        </h1>
        <p class="headline">{compare.summary}</p>
        <div class="actions">
          <ActionButton action="compareJson" icon="diff" label={words.compareJson} />
        </div>
      </header>
      {compare.rows.length > 0 && (
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">{words.property}</th>
              {compare.titles.map((title, side) => (
                <th key={side} scope="col">
                  <bdi>{title}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {compare.rows.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Row({ row }: { readonly row: CompareRowView }) {
  const { tooltip } = useSurroundings();
  const explained = [{ text: row.meaning }, { text: row.key, code: true }];
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="label"
          onClick={(event) => tooltip.show(event.currentTarget, explained)}
          {...useTip(explained)}
        >
          {row.label}
        </button>
      </th>
      <td>
        <bdi>{row.left}</bdi>
      </td>
      <td>
        <bdi>{row.right}</bdi>
      </td>
    </tr>
  );
}
