/** How one fault went. */
interface Row {
  readonly fault: string;
  readonly said: string;
  readonly started: number;
  kept: boolean;
  /** Milliseconds until all was as before; undefined if it never was. */
  over?: number;
}

/** Every fault of a run: what was said, whether what there was stayed, and whether Retry ended it. */
export class FaultTable {
  readonly #rows: Row[] = [];

  /** Begins a fault; what follows is told of it. */
  begin(
    fault: string,
    said: { readonly list?: string; readonly panel?: string },
  ): {
    kept: () => void;
    over: () => void;
  } {
    const words = new Set([said.list, said.panel].filter((title) => title !== undefined));
    const row: Row = {
      fault,
      said: [...words].join(' / ') || 'nothing: it does no harm',
      started: performance.now(),
      kept: false,
    };
    this.#rows.push(row);
    return {
      kept: () => {
        row.kept = true;
      },
      over: () => {
        row.over = performance.now() - row.started;
      },
    };
  }

  /** The table, and its sums in the last line. */
  toString(): string {
    const lines = this.#rows.map(({ fault, said, kept, over }) => {
      const time = over === undefined ? '   never' : `${(over / 1000).toFixed(1).padStart(6)} s`;
      return `     ${time}  ${kept ? 'kept' : 'LOST'}  ${fault.padEnd(52)} ${said}`;
    });
    const count = (which: (row: Row) => boolean) => this.#rows.filter(which).length;
    const sums = `     faults tried ${this.#rows.length}, survived ${count(({ over }) => over !== undefined)}, data kept ${count(({ kept }) => kept)}`;
    return [...lines, sums].join('\n');
  }
}

/** One for all files of a run. */
export const faultTable = new FaultTable();
