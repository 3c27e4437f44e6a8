import { t } from '@vscode/l10n';
import { isRoomSid } from '../../insights/core/sid.ts';
import { markUnseen } from '../../text/plainText.ts';

/** Other resources whose SIDs users are likely to have at hand. */
const others: Readonly<Record<string, () => string>> = {
  PA: () => t('This is the SID of a participant. A room’s SID begins with RM.'),
  AC: () => t('This is the SID of an account. A room’s SID begins with RM.'),
  SK: () => t('This is the SID of an API key. A room’s SID begins with RM.'),
  RT: () => t('This is the SID of a recording. A room’s SID begins with RM.'),
};

/**
 * Validates the SID of a room while the user types: `RM` and 32 hexadecimal digits.
 * @returns a message; undefined if the SID is valid
 */
export function validateRoomSid(typed: string): string | undefined {
  const sid = typed.trim();
  if (sid === '') return t('Enter a room’s SID: RM and 32 digits.');
  const prefix = sid.slice(0, 2).toUpperCase();
  if (Object.hasOwn(others, prefix)) return others[prefix]?.();
  if (!'RM'.startsWith(prefix))
    return t('A room’s SID begins with RM. A room’s name can be found in the list.');
  const digits = sid.slice(2).toLowerCase();
  const wrong = /[^0-9a-f]/u.exec(digits)?.[0];
  if (wrong !== undefined)
    return t('“{0}” cannot stand in a SID: after RM come 32 digits, 0–9 and a–f.', markUnseen(wrong));
  if (isRoomSid(`RM${digits}`)) return undefined;
  return t('After RM come 32 digits; these are {0}.', digits.length);
}
