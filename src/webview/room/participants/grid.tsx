// biome-ignore-all lint/a11y/noRedundantRoles: the style sheet lays rows out as CSS grids, which in some browsers ends a table's own roles
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what the ARIA grid pattern makes a grid of
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ColumnView, ParticipantRowView } from '../../../protocol/roomPage.ts';
import { usePageContext } from '../../shared/page/pageContext.ts';
import { type Cell, nextCell } from './gridKeys.ts';
import { GridRow } from './gridRow.tsx';
import { useGridTooltips } from './useGridTooltips.ts';
import { useIncrementalRows } from './useIncrementalRows.ts';
import { useScrollToSelected } from './useScrollToSelected.ts';
import type { Choose } from './useSelection.ts';

import './grid.css';

interface GridProps {
  readonly columns: readonly ColumnView[];
  readonly rows: readonly ParticipantRowView[];
  /** Number of rows when all are loaded. */
  readonly total: number;
  /** The id of the heading that names the table. */
  readonly labelledBy: string;
  readonly chosen: string | undefined;
  /** See `Selection.landed`. */
  readonly landed: string | undefined;
  readonly choose: Choose | undefined;
}

/**
 * The participants' table. It is one tab stop, with arrow keys inside (the ARIA grid pattern): otherwise
 * 1,000 participants would be tens of thousands of tab stops.
 */
export function Grid({ columns, rows, total, labelledBy, chosen, landed, choose }: GridProps) {
  const { labels, host } = usePageContext();
  const table = useRef<HTMLTableElement>(null);
  const shown = useIncrementalRows(rows.length);
  const lacksRows = rows.length < total;
  // Effects run after the first paint.
  useEffect(() => {
    if (lacksRows) host.wantAllRows();
  }, [host, lacksRows]);
  const [active, setActive] = useState<{ readonly row?: string; readonly column: number }>({ column: 0 });
  const tips = useGridTooltips(columns, rows);
  useScrollToSelected(table, rows, chosen, shown, landed);
  const known = active.row !== undefined && rows.some((row) => row.key === active.row);

  const focused = (event: FocusEvent) => {
    const cell = cellOf(event.target);
    if (!cell) return;
    const row = rows[cell.row - 1]?.key;
    setActive(row === undefined ? { column: cell.column } : { row, column: cell.column });
    tips.focused(event);
  };
  const pressed = (event: KeyboardEvent) => {
    const from = cellOf(event.target);
    if (!from || !table.current) return;
    if (event.key === 'Enter' && event.target instanceof HTMLTableCellElement) {
      // The first button of the cell: its link, or else the button that copies its value.
      event.target.querySelector('button')?.click();
      return;
    }
    const row = rows[from.row - 1];
    if (event.key === ' ' && row && choose && event.target instanceof HTMLTableCellElement) {
      event.preventDefault();
      choose(row.key, true);
      return;
    }
    const size = { rows: shown + 1, columns: columns.length, page: rowsPerPage(table.current) };
    const to = nextCell(event, from, size);
    if (!to) return;
    event.preventDefault();
    const cell = table.current.rows[to.row]?.cells[to.column];
    cell?.focus({ preventScroll: true });
    // Focus alone does not scroll to a cell that is partly visible.
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const clicked = (event: MouseEvent) => {
    const row = rows[(cellOf(event.target)?.row ?? 0) - 1];
    const pressed = event.target instanceof Element && event.target.closest('button');
    // Selecting text to copy it must not choose the participant.
    if (row && !pressed && getSelection()?.isCollapsed !== false) choose?.(row.key, event.detail === 0);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="table" aria-labelledby={labelledBy} tabIndex={0} style={trackSizes(columns)}>
      <table
        ref={table}
        role="grid"
        aria-labelledby={labelledBy}
        aria-readonly="true"
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-keyshortcuts={choose && 'Space'}
        aria-busy={shown < total}
        onFocusIn={focused}
        onKeyDown={pressed}
        onClick={clicked}
        onCopy={copyFocusedCell}
        onPointerOver={tips.entered}
        onPointerLeave={tips.left}
        onFocusOut={tips.blurred}
      >
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column, index) => (
              <ColumnHeader key={column.key} column={column} active={!known && index === active.column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.slice(0, shown).map((row) => (
            <GridRow
              key={row.key}
              row={row}
              columns={columns}
              labels={labels}
              active={row.key === active.row ? active.column : -1}
              chosen={choose && row.key === chosen}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ColumnHeader({ column, active }: { readonly column: ColumnView; readonly active: boolean }) {
  const described = useId();
  return (
    <th role="columnheader" scope="col" tabIndex={active ? 0 : -1} aria-describedby={described}>
      <bdi>{column.label}</bdi>
      <span id={described} hidden>{`${column.meaning}\n${column.key}`}</span>
    </th>
  );
}

function cellOf(target: EventTarget | null): Cell | undefined {
  const cell = target instanceof Element ? target.closest('td, th') : null;
  if (!(cell instanceof HTMLTableCellElement) || !(cell.parentElement instanceof HTMLTableRowElement)) {
    return undefined;
  }
  return { row: cell.parentElement.rowIndex, column: cell.cellIndex };
}

/** The track sizes of the style sheet's grid; the first column must not fill a narrow window. */
function trackSizes(columns: readonly ColumnView[]): Record<string, string> {
  const [first = 20, ...others] = columns.map((column) => column.width);
  const cell = (width: number) => `(${width}ch + 2 * var(--cell-padding))`;
  return {
    '--first': `min(${cell(first)}, 45vw)`,
    '--others': others.map((width) => `minmax(calc${cell(width)}, ${width}fr)`).join(' '),
    '--all': `calc(${['var(--first)', ...others.map(cell)].join(' + ')})`,
  };
}

/** Copies the focused cell's value on Ctrl+C or the Copy command, if no text is selected. */
function copyFocusedCell(event: ClipboardEvent): void {
  const cell = document.activeElement;
  if (!(cell instanceof HTMLTableCellElement) || getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  cell.querySelector<HTMLButtonElement>('button.copy')?.click();
}

function rowsPerPage(table: HTMLTableElement): number {
  const rowHeight = table.rows[0]?.offsetHeight || 1;
  return Math.max(1, Math.floor((table.parentElement?.clientHeight ?? 0) / rowHeight) - 2);
}
