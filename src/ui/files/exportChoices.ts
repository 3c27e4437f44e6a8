import { t } from '@vscode/l10n';
import { type QuickPickItem, window } from 'vscode';
import type { CsvSeparator } from '../../export/list/csv.ts';
import type { ExportFormat } from '../../export/list/serializeRooms.ts';
import { filterText } from '../../rooms/filter/filterText.ts';
import { isNoFilter } from '../../rooms/filter/roomFilter.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { ListOptions } from '../settings/listOptions.ts';
import { csvSeparator } from './csvSeparator.ts';

/** `all` means the rooms of the time window, `filtered` those that match the filter. */
export type ExportedRooms = 'all' | 'filtered';

interface Dependencies {
  readonly store: RoomStore;
  readonly visibleRooms: VisibleRooms;
  readonly listOptions: ListOptions;
  readonly formatSettings: FormatSettings;
}

/** Asks which rooms to export if a filter is set; otherwise exports all. Undefined if the user cancels. */
export async function chooseExportedRooms({
  store,
  visibleRooms,
  listOptions,
  formatSettings,
}: Dependencies): Promise<ExportedRooms | undefined> {
  const { format } = formatSettings;
  if (isNoFilter(listOptions.filter)) return 'all';
  await visibleRooms.prepare();
  const filtered = format.rooms(visibleRooms.count);
  const all = format.rooms(store.listedCount);
  return pick(t('Which rooms?'), [
    { label: filterText(listOptions.filter, format), description: filtered, value: 'filtered' as const },
    { label: t('Everything that is loaded'), description: all, value: 'all' as const },
  ]);
}

/** Asks for the file format; undefined if the user cancels. */
export function chooseFormat(): Promise<ExportFormat | undefined> {
  return pick<ExportFormat>(t('In which format?'), [
    { label: 'CSV', description: forSpreadsheets(csvSeparator()), value: 'csv' },
    {
      label: 'CSV (RFC 4180)',
      description: t('for programs, separated by commas'),
      value: 'csvStrict',
    },
    { label: 'NDJSON', description: t('a room on each line, exactly as Twilio sent it'), value: 'ndjson' },
    { label: 'JSON', description: t('an array of rooms, exactly as Twilio sent them'), value: 'json' },
  ]);
}

function forSpreadsheets(separator: CsvSeparator): string {
  switch (separator) {
    case ',':
      return t('for spreadsheets, separated by commas');
    case ';':
      return t('for spreadsheets, separated by semicolons');
    case '\t':
      return t('for spreadsheets, separated by tabs');
  }
}

/** Asks whether to load the rest of an incomplete list before the export; undefined if the user cancels. */
export async function confirmIncomplete({
  store,
  formatSettings,
}: Dependencies): Promise<'load' | 'export' | undefined> {
  const { listing, listedCount, gaps, expectedLeft } = store;
  const { format } = formatSettings;
  if (listing.state === 'complete' && gaps.length === 0) return 'export';
  const missing =
    expectedLeft > 0 && listing.state !== 'loading' ? t('about {0} more', format.roughly(expectedLeft)) : '';
  const loaded = format.rooms(listedCount);
  return pick(t('Not all rooms of the window are loaded.'), [
    { label: t('Load the Rest First'), description: missing, value: 'load' as const },
    { label: t('Export What Is Loaded'), description: loaded, value: 'export' as const },
  ]);
}

async function pick<Value>(
  placeHolder: string,
  items: readonly (QuickPickItem & { readonly value: Value })[],
): Promise<Value | undefined> {
  const options = { title: t('Export Rooms'), placeHolder, ignoreFocusOut: true };
  return (await window.showQuickPick(items, options))?.value;
}
