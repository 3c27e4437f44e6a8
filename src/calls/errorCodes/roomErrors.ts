import { t } from '@vscode/l10n';
import type { ErrorTable } from './errorTable.ts';

/** Creating and joining a room: 53100 to 53126. */
export const roomErrors: ErrorTable = {
  53100: () => ({
    name: t('room name invalid'),
    meaning: t('The room’s name is not one that Twilio accepts.'),
    check: t('How the application makes room names.'),
  }),
  53101: () => ({
    name: t('room name too long'),
    meaning: t('The room’s name is longer than the 128 characters that Twilio accepts.'),
    check: t('How the application makes room names.'),
  }),
  53102: () => ({
    name: t('room name has invalid characters'),
    meaning: t('The room’s name holds characters that Twilio does not accept.'),
    check: t('How the application makes room names.'),
  }),
  53103: () => ({
    name: t('room could not be created'),
    meaning: t(
      'Twilio could not create the room: often it does not exist yet and clients may not create rooms.',
    ),
    check: t(
      'Whether client-side room creation is enabled, or the server creates the room before anybody joins.',
    ),
  }),
  53104: () => ({
    name: t('could not connect to the room'),
    meaning: t('The participant could not connect to the room, for a reason that no other code describes.'),
    check: t('Whether others got in at that time, the participant’s network, and status.twilio.com.'),
  }),
  53105: () => ({
    name: t('room is full'),
    meaning: t('The room already had as many participants as it may have.'),
    check: t(
      'The room’s limit of participants, and whether earlier connections of the same people were still counted.',
    ),
  }),
  53106: () => ({
    name: t('room not found'),
    meaning: t('The room did not exist any more, or not yet.'),
    check: t(
      'Whether the room had ended before, the name or SID that was joined, and the account of the token.',
    ),
  }),
  53118: () => ({
    name: t('room completed'),
    meaning: t('The room was ended through the API while somebody was in it or was joining it.'),
    check: t('What in the application ends rooms, and whether that was meant to happen then.'),
  }),
  53119: () => ({
    name: t('too many rooms at the same time'),
    meaning: t('The account had as many rooms in progress as its quota allows.'),
    check: t('Rooms that stay open without need; Twilio raises the quota on request.'),
  }),
  53126: () => ({
    name: t('legacy room type'),
    meaning: t('The room has a type that Twilio no longer offers for this account.'),
    check: t('The room type in the account’s settings and in the request that creates the room.'),
  }),
};
