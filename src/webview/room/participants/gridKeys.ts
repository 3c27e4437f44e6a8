/** A cell of the grid, counted from zero; row 0 holds the column headers. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  /** Number of rows, including the header row. */
  readonly rows: number;
  readonly columns: number;
  /** Number of rows that Page Up and Page Down move by. */
  readonly page: number;
}

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The cell that a key moves to, as in the grid pattern of the ARIA Authoring Practices; undefined for a key
 * that does not move.
 */
export function nextCell(key: Key, from: Cell, size: GridSize): Cell | undefined {
  if (key.altKey || key.shiftKey) return undefined;
  const to = key.ctrlKey || key.metaKey ? farCell(key.key, from, size) : nearCell(key.key, from, size);
  return to && { row: clampIndex(to.row, size.rows), column: clampIndex(to.column, size.columns) };
}

function nearCell(key: string, { row, column }: Cell, size: GridSize): Cell | undefined {
  switch (key) {
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: size.columns - 1 };
    case 'PageUp':
      return { row: row - size.page, column };
    case 'PageDown':
      return { row: row + size.page, column };
    default:
      return undefined;
  }
}

function farCell(key: string, { row, column }: Cell, size: GridSize): Cell | undefined {
  switch (key) {
    case 'ArrowLeft':
      return { row, column: 0 };
    case 'ArrowRight':
      return { row, column: size.columns - 1 };
    case 'ArrowUp':
      return { row: 0, column };
    case 'ArrowDown':
      return { row: size.rows - 1, column };
    case 'Home':
      return { row: 0, column: 0 };
    case 'End':
      return { row: size.rows - 1, column: size.columns - 1 };
    default:
      return undefined;
  }
}

function clampIndex(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
