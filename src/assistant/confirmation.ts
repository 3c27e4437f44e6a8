import { t } from '@vscode/l10n';
import { joinSentences } from '../text/joinText.ts';

/** The texts for the user before and while an assistant reads rooms. */
export interface Confirmation {
  readonly title: string;
  /** Markdown. */
  readonly message: string;
  readonly running: string;
}

/** @param checked maximum number of rooms whose participants are loaded */
export function confirmListing(names: boolean, checked: number): Confirmation {
  return {
    title: t('Let the assistant list rooms?'),
    message: joinSentences([
      t('It gets SIDs, times, durations, types, regions and problems of your Twilio Video rooms.'),
      ...(checked > 0 ? [t('Participants of up to {0} rooms are loaded, a request each.', checked)] : []),
      namesText(names),
    ]),
    running: t('Reading the list of Twilio Video rooms'),
  };
}

/** @param room the room's SID; undefined if none was given */
export function confirmReading(room: string | undefined, names: boolean): Confirmation {
  return {
    title: t('Let the assistant read a room?'),
    message: joinSentences([
      t('Room: {0}.', room ? `\`${room}\`` : t('without a SID')),
      t(
        'It gets the room’s properties, and when, from where, with which device and how its participants were there.',
      ),
      namesText(names),
    ]),
    running: room ? t('Reading {0}', room) : t('Reading a Twilio Video room'),
  };
}

function namesText(names: boolean): string {
  return names
    ? t('**Names and identities are given as they are**, as the setting `videoRooms.assistantNames` allows.')
    : t('Names and identities are replaced.');
}
