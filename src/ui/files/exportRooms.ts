import { t } from '@vscode/l10n';
import {
  env,
  ProgressLocation,
  UIKind,
  type Uri,
  commands as vscodeCommands,
  window,
  workspace,
} from 'vscode';
import { isAbort } from '../../async/isAbort.ts';
import { type Csv, type CsvSeparator, isAscii, spreadsheetCsv } from '../../export/list/csv.ts';
import { type ExportFormat, exportFormats, serializeRooms } from '../../export/list/serializeRooms.ts';
import { commands } from '../../ids.ts';
import type { Room } from '../../insights/resources/room.ts';
import { newestFirst } from '../../rooms/filter/sorting.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import { escapeLinks } from '../../text/escape.ts';
import { toAbortSignal } from '../common/toAbortSignal.ts';
import type { Session } from '../session/session.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { ListOptions } from '../settings/listOptions.ts';
import { atomicWriteUri } from './atomicWriteUri.ts';
import { csvSeparator } from './csvSeparator.ts';
import { chooseExportedRooms, chooseFormat, confirmIncomplete, type ExportedRooms } from './exportChoices.ts';
import { fileName, givenTarget, suggestedUri } from './fileUris.ts';
import { loadRest } from './loadRest.ts';
import { offerRetry } from './saveRoom.ts';
import { type WriteMethod, writtenMessage } from './writeMethod.ts';

export interface ExportDependencies {
  readonly store: RoomStore;
  readonly visibleRooms: VisibleRooms;
  readonly listOptions: ListOptions;
  readonly session: Session;
  readonly formatSettings: FormatSettings;
}

/**
 * Writes the listed rooms, or those that match the filter, to a file. `{ rooms, format, target }` in
 * `options` skip the prompts for these. Resolves to the number of rooms written, or undefined if no file was
 * written.
 */
export async function exportRooms(deps: ExportDependencies, options: unknown): Promise<number | undefined> {
  const { session, store } = deps;
  await session.show();
  const { account } = session;
  if (!account) {
    void window.showInformationMessage(t('Sign in first: the rooms of an account are exported.'));
    return undefined;
  }
  const which = givenRooms(options) ?? (await chooseExportedRooms(deps));
  const format = which && (givenFormat(options) ?? (await chooseFormat()));
  if (!which || !format) return undefined;
  const answer = await confirmIncomplete(deps);
  if (answer === undefined || (answer === 'load' && !(await loadRest(store, session)))) return undefined;
  const target = givenTarget(options) ?? (await askForTarget(format));
  if (!target) return undefined;
  await deps.visibleRooms.prepare();
  if (session.account?.id !== account.id) return undefined; // The account was switched meanwhile.
  const rooms = which === 'all' ? newestFirst([...store.listedRooms()]) : shownRooms(deps);
  const retry = () => vscodeCommands.executeCommand(commands.exportRooms, { rooms: which, format, target });
  const method = await write(deps, rooms, format, target, retry);
  if (!method) return undefined;
  void showExported(deps, rooms.length, target, method);
  return rooms.length;
}

function shownRooms({ visibleRooms }: ExportDependencies): readonly Room[] {
  return visibleRooms.groups().flatMap(({ rooms }) => rooms);
}

function givenRooms(options: unknown): ExportedRooms | undefined {
  if (typeof options !== 'object' || options === null || !('rooms' in options)) return undefined;
  const { rooms } = options;
  return rooms === 'all' || rooms === 'filtered' ? rooms : undefined;
}

function givenFormat(options: unknown): ExportFormat | undefined {
  if (typeof options !== 'object' || options === null || !('format' in options)) return undefined;
  return exportFormats.find((format) => format === options.format);
}

async function askForTarget(format: ExportFormat): Promise<Uri | undefined> {
  const extension = format === 'csvStrict' ? 'csv' : format;
  // Windows allows no colons in file names.
  const moment = new Date().toISOString().slice(0, 16).replace(':', '');
  return window.showSaveDialog({
    title: t('Export Rooms'),
    saveLabel: t('Export'),
    defaultUri: suggestedUri(`video-rooms-${moment}Z.${extension}`),
    filters: { [extension.toUpperCase()]: [extension] },
  });
}

/** How the file was written; undefined if it was not: a cancelled or failed export leaves nothing behind. */
async function write(
  { session, formatSettings }: ExportDependencies,
  rooms: readonly Room[],
  format: ExportFormat,
  target: Uri,
  retry: () => Thenable<unknown>,
): Promise<WriteMethod | undefined> {
  const title = t('Exporting {0} to {1}', formatSettings.format.rooms(rooms.length), fileName(target));
  try {
    return await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (progress, token) =>
        atomicWriteUri(target, withProgressReports(rooms, format, progress), toAbortSignal(token)),
    );
  } catch (error) {
    if (isAbort(error)) {
      window.setStatusBarMessage(t('Export cancelled; nothing was written'), 4000);
      return undefined;
    }
    session.logError(error);
    void offerRetry(t('The rooms could not be exported'), error, retry);
    return undefined;
  }
}

function* withProgressReports(
  rooms: readonly Room[],
  format: ExportFormat,
  progress: { report(value: { increment: number }): void },
): Generator<string | Uint8Array, void, undefined> {
  const separator = csvSeparator();
  const csv = format === 'csv' ? yield* csvFor(rooms, separator) : undefined;
  for (const { text, rooms: more } of serializeRooms(rooms, format, csv)) {
    // In UTF-16 Excel takes tabs as separators in every region.
    yield csv && separator === '\t' ? Buffer.from(text, 'utf16le') : text;
    progress.report({ increment: (100 * more) / Math.max(1, rooms.length) });
  }
}

/** Rooms that are looked through between two pieces of the file. */
const roomsPerPiece = 500;

/** Looks through the rooms for what decides on the first line; yields empty pieces, as that takes time. */
function* csvFor(rooms: readonly Room[], separator: CsvSeparator): Generator<string, Csv, undefined> {
  const { row } = spreadsheetCsv(separator, false);
  for (const [place, room] of rooms.entries()) {
    if (separator === '\t' || !isAscii(row(room))) return spreadsheetCsv(separator, false);
    if (place % roomsPerPiece === roomsPerPiece - 1) yield '';
  }
  return spreadsheetCsv(separator, true);
}

async function showExported(
  { formatSettings, store }: ExportDependencies,
  count: number,
  target: Uri,
  method: WriteMethod,
): Promise<void> {
  const [open, reveal] = [t('Open'), t('Reveal')];
  const revealing = revealCommand(target);
  const { format } = formatSettings;
  const done = t('{0} exported to {1}.', format.rooms(count), fileName(target));
  const missing =
    store.unreadable > 0
      ? t('Rows that no room could be read from: {0}.', format.number(store.unreadable))
      : '';
  const message = escapeLinks(writtenMessage([done, missing], method));
  const answer = await window.showInformationMessage(message, open, ...(revealing ? [reveal] : []));
  if (answer === open) await vscodeCommands.executeCommand('vscode.open', target);
  if (answer === reveal && revealing) await vscodeCommands.executeCommand(revealing, target);
}

/** Command that reveals the file in VS Code's explorer or the system's; a browser has only the former. */
function revealCommand(target: Uri): string | undefined {
  if (workspace.getWorkspaceFolder(target)) return 'revealInExplorer';
  return env.uiKind === UIKind.Desktop && target.scheme === 'file' ? 'revealFileInOS' : undefined;
}
