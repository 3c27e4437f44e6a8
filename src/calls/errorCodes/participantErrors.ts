import { t } from '@vscode/l10n';
import type { ErrorTable } from './errorTable.ts';

/** Participants and their tracks: 53200 to 53305. */
export const participantErrors: ErrorTable = {
  53200: () => ({
    name: t('identity invalid'),
    meaning: t('The identity in the access token is not one that Twilio accepts.'),
    check: t('How the application makes identities.'),
  }),
  53201: () => ({
    name: t('identity too long'),
    meaning: t('The identity is longer than the 128 characters that Twilio accepts.'),
    check: t('How the application makes identities.'),
  }),
  53202: () => ({
    name: t('identity has invalid characters'),
    meaning: t('The identity holds characters that Twilio does not accept.'),
    check: t('How the application makes identities.'),
  }),
  53203: () => ({
    name: t('too many tracks'),
    meaning: t('The participant published more tracks than the room allows.'),
    check: t('Whether the application unpublishes old tracks, for example after switching the camera.'),
  }),
  53204: () => ({
    name: t('participant not found'),
    meaning: t(
      'Twilio no longer had the participant when the client sent its next message: either the client came back too late (it had missed its heartbeats for about 30 seconds: an app in the background, an overloaded device, a lost network), or another connection of the same identity had disconnected it (duplicate identity).',
    ),
    check: t(
      'What the device did in the minute before: app in the background, sleep, high load; then its network, and whether the same identity joined again.',
    ),
  }),
  53205: () => ({
    name: t('duplicate identity'),
    meaning: t(
      'Somebody joined with an identity that was in the room already; the newcomer disconnects the one who is there. Often it is the same person after a network drop, or a second tab or device.',
    ),
    check: t(
      'Whether each person and device gets an identity of its own, and whether the application joins twice.',
    ),
  }),
  53206: () => ({
    name: t('the account’s limit of participants'),
    meaning: t('The account had as many participants connected as its quota allows, in all rooms together.'),
    check: t('Rooms and connections that stay open without need; Twilio raises the quota on request.'),
  }),
  53216: () => ({
    name: t('session length exceeded'),
    meaning: t(
      'Twilio disconnects participants after the longest time that the room allows: 4 hours unless the application sets another, at most 24.',
    ),
    check: t('The room’s MaxParticipantDuration, and whether somebody forgot to leave.'),
  }),
  53300: () => ({
    name: t('track invalid'),
    meaning: t('A track could not be published, for a reason that no other code describes.'),
    check: t('Which track the application published at that time.'),
  }),
  53301: () => ({
    name: t('track name invalid'),
    meaning: t('The name of a track is not one that Twilio accepts.'),
    check: t('How the application names tracks.'),
  }),
  53302: () => ({
    name: t('track name too long'),
    meaning: t('The name of a track is longer than the 128 characters that Twilio accepts.'),
    check: t('How the application names tracks.'),
  }),
  53303: () => ({
    name: t('track name has invalid characters'),
    meaning: t('The name of a track holds characters that Twilio does not accept.'),
    check: t('How the application names tracks.'),
  }),
  53304: () => ({
    name: t('track name used twice'),
    meaning: t('The participant published two tracks of the same name.'),
    check: t('Whether the application publishes a track again without unpublishing the old one.'),
  }),
  53305: () => ({
    name: t('no capacity for the track'),
    meaning: t('Twilio’s server could take no more tracks.'),
    check: t('How many tracks were published in the room, and status.twilio.com.'),
  }),
};
