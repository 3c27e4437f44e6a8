import type { ColumnView, ParticipantRowView } from '../../../protocol/roomPage.ts';
import { remarks } from '../../shared/components/value.tsx';
import { usePageContext } from '../../shared/page/pageContext.ts';
import type { TipLine } from '../../shared/page/tooltip.ts';
import { maxCellLength } from './gridRow.tsx';

/**
 * Tooltips for the whole table, by event delegation: the meaning of a column; the full text of a truncated
 * cell and the tooltip of its value.
 */
export function useGridTooltips(columns: readonly ColumnView[], rows: readonly ParticipantRowView[]) {
  const { tooltip, labels } = usePageContext();

  const lines = (cell: HTMLTableCellElement): TipLine[] => {
    const row = cell.parentElement instanceof HTMLTableRowElement ? cell.parentElement.rowIndex : 0;
    const column = columns[cell.cellIndex];
    if (row === 0) return column ? [{ text: column.meaning }, { text: column.key, code: true }] : [];
    const value = rows[row - 1]?.cells[cell.cellIndex];
    if (!value) return [];
    const truncated = cell.scrollWidth > cell.clientWidth || value.text.length > maxCellLength;
    return [...(truncated ? [{ text: value.text }] : []), ...remarks(value, labels)];
  };
  const cellAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;

  return {
    focused: (event: FocusEvent) => {
      const cell = cellAt(event.target);
      if (cell?.matches(':focus-visible')) tooltip.show(cell, lines(cell));
    },
    blurred: () => tooltip.hide(),
    entered: (event: PointerEvent) => {
      const cell = cellAt(event.target);
      if (cell) tooltip.showSoon(cell, () => lines(cell));
    },
    left: () => tooltip.hideSoon(),
  };
}
