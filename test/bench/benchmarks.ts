import type { Row, Scale } from './row.ts';
import { hostRows } from './rows/host.ts';
import { linkRows } from './rows/links.ts';
import { listRows } from './rows/lists.ts';
import { roomPageRows } from './rows/roomPage.ts';
import { shownRows } from './rows/shown.ts';

/** Every benchmark, by its name on the command line. */
export const benchmarks: Readonly<Record<string, (scale: Scale) => Promise<Row[]>>> = {
  lists: listRows,
  shown: shownRows,
  links: linkRows,
  page: roomPageRows,
  host: hostRows,
};
