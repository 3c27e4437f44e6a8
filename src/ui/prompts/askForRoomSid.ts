import { t } from '@vscode/l10n';
import { env, InputBoxValidationSeverity, window } from 'vscode';
import { findRoomSid, type RoomSid } from '../../insights/core/sid.ts';
import { validateRoomSid } from '../../rooms/sids/validateRoomSid.ts';

/**
 * Asks for a room's SID in a box that opens at once. The default is a SID selected in the editor, or one in
 * the clipboard: that is read while the box is open, because in a browser it can take as long as the user
 * takes to allow it, or forever. It is filled in unless the user has typed meanwhile.
 * @param readClipboard for tests
 */
export async function askForRoomSid(
  readClipboard: () => Thenable<string> = () => env.clipboard.readText(),
): Promise<RoomSid | undefined> {
  const box = window.createInputBox();
  box.title = t('Open Room by SID');
  box.prompt = t('The room need not be in the list. Twilio keeps rooms for 7 days.');
  box.placeholder = 'RM…';
  // A page that loads takes the focus; the SID is copied from another window.
  box.ignoreFocusOut = true;
  let untouched = true;
  const suggest = (sid: RoomSid) => {
    box.value = sid;
    box.valueSelection = [0, sid.length];
  };
  const selected = selectedSid();
  if (selected) suggest(selected);
  const closed = new Promise<RoomSid | undefined>((resolve) => {
    box.onDidChangeValue((typed) => {
      untouched = false;
      // An empty box is no error yet.
      box.validationMessage = typed.trim() === '' ? undefined : problemOf(typed);
    });
    box.onDidAccept(() => {
      const sid = findRoomSid(box.value);
      if (sid) resolve(sid);
      else box.validationMessage = problemOf(box.value);
    });
    box.onDidHide(() => {
      untouched = false;
      resolve(undefined);
    });
  });
  box.show();
  if (!selected) {
    void readText(readClipboard).then((text) => {
      const sid = findRoomSid(text);
      if (sid && untouched) suggest(sid);
    });
  }
  return closed.finally(() => box.dispose());
}

function selectedSid(): RoomSid | undefined {
  const editor = window.activeTextEditor;
  return editor && findRoomSid(editor.document.getText(editor.selection));
}

/** A clipboard that may not be read counts as empty. */
async function readText(readClipboard: () => Thenable<string>): Promise<string> {
  try {
    return await readClipboard();
  } catch {
    return '';
  }
}

/** The problem with a text that holds no SID; a text around one, such as a log line or a URL, is accepted. */
function problemOf(typed: string) {
  if (findRoomSid(typed)) return undefined;
  const message = validateRoomSid(typed);
  return message === undefined ? undefined : { message, severity: InputBoxValidationSeverity.Error };
}
