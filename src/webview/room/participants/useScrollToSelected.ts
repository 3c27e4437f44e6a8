import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ParticipantRowView } from '../../../protocol/roomPage.ts';

/**
 * Scrolls the table, not the page, to the row of the chosen participant, as soon as that row is rendered.
 * @param landed the participant that the host chose: the page scrolls too, until row and bar are in sight
 */
export function useScrollToSelected(
  table: RefObject<HTMLTableElement | null>,
  rows: readonly ParticipantRowView[],
  chosen: string | undefined,
  rendered: number,
  landed: string | undefined,
): void {
  const done = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (chosen === undefined) done.current = undefined;
    if (chosen === undefined || done.current === chosen) return;
    const index = rows.findIndex(({ key }) => key === chosen);
    const [row, head] = [table.current?.rows[index + 1], table.current?.rows[0]];
    const region = table.current?.parentElement;
    if (index < 0 || !row || !head || !region) return;
    done.current = chosen;
    const [box, hidden] = [row.getBoundingClientRect(), head.getBoundingClientRect().bottom];
    const bottom = region.getBoundingClientRect().top + region.clientTop + region.clientHeight;
    if (box.top < hidden) region.scrollTop -= hidden - box.top;
    else if (box.bottom > bottom) region.scrollTop += box.bottom - bottom;
    if (landed !== chosen) return;
    row.scrollIntoView({ block: 'nearest' });
    // The bar last: where not both fit, it tells more.
    const bar = document.querySelector('.lane.chosen') ?? document.querySelector('.timeline .plot');
    bar?.scrollIntoView({ block: 'nearest' });
  }, [chosen, rows, rendered, landed]);
}
