import { t } from '@vscode/l10n';
import { env, window } from 'vscode';
import { findRoomSid, type RoomSid } from '../insights/sid.ts';
import { roomSidProblem } from '../rooms/roomSidProblem.ts';

/** Asks for a room's SID. One that is selected in the editor or stands in the clipboard is filled in. */
export async function askForRoomSid(): Promise<RoomSid | undefined> {
  const typed = await window.showInputBox({
    title: t('Open Room by SID'),
    prompt: t('The room need not be in the list. Twilio keeps rooms for 7 days.'),
    placeHolder: 'RM…',
    value: await suggestedSid(),
    // A line of a log or an address with the SID in it will do. Nothing is wrong yet with an empty box.
    validateInput: (text) => (text.trim() === '' || findRoomSid(text) ? undefined : roomSidProblem(text)),
  });
  return typed === undefined ? undefined : findRoomSid(typed);
}

async function suggestedSid(): Promise<string> {
  const editor = window.activeTextEditor;
  const selected = editor ? editor.document.getText(editor.selection) : '';
  return findRoomSid(selected) ?? findRoomSid(await env.clipboard.readText()) ?? '';
}
