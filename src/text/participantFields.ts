import { t } from '@vscode/l10n';
import type { ParticipantField } from '../insights/resources/participant.ts';
import type { FieldLabel } from './roomFields.ts';

/** A participant's fields in the order of the table's columns. */
export const participantColumns: readonly ParticipantField[] = [
  'participant_identity',
  'error_code',
  'join_time',
  'leave_time',
  'duration_sec',
  'end_reason',
  'status',
  'error_code_url',
  'codecs',
  'media_region',
  'edge_location',
  'publisher_info',
  'properties',
  'participant_sid',
  'room_sid',
  'account_sid',
  'url',
];

/** Labels and meanings; a function, because the language is known only after the start. */
export function participantFields(): Readonly<Record<ParticipantField, FieldLabel>> {
  return {
    participant_identity: {
      label: t('Identity'),
      meaning: t('The name that the application gave the participant. A rejoin has the same.'),
      show: 'text',
    },
    status: {
      label: t('Status'),
      meaning: t('Whether the participant is in the room or has left.'),
      show: 'enum',
    },
    join_time: { label: t('Joined'), meaning: t('When the participant joined the room.'), show: 'time' },
    leave_time: { label: t('Left'), meaning: t('When the participant left the room.'), show: 'time' },
    duration_sec: {
      label: t('Duration'),
      meaning: t('How long the participant was in the room.'),
      show: 'duration',
    },
    end_reason: { label: t('End reason'), meaning: t('Why the participant left the room.'), show: 'enum' },
    error_code: {
      label: t('Error'),
      meaning: t('Twilio’s code of the error that ended the participant’s stay. 0 means none.'),
      show: 'name',
    },
    error_code_url: { label: t('Error page'), meaning: t('Twilio’s page about the error.'), show: 'link' },
    codecs: { label: t('Codecs'), meaning: t('Codecs that the participant used.'), show: 'list' },
    media_region: {
      label: t('Media region'),
      meaning: t('The region whose media servers the participant used.'),
      show: 'enum',
    },
    edge_location: {
      label: t('Edge location'),
      meaning: t('The edge of Twilio’s network that the participant connected to.'),
      show: 'enum',
    },
    publisher_info: {
      label: t('Publisher'),
      meaning: t('The participant’s SDK, platform, device and browser, as the SDK reported them.'),
      show: 'object',
    },
    properties: {
      label: t('Properties'),
      meaning: t('Further properties of the participant.'),
      show: 'object',
    },
    participant_sid: {
      label: t('Participant SID'),
      meaning: t('Identifies this stay; somebody who rejoins gets another.'),
      show: 'name',
    },
    room_sid: { label: t('Room SID'), meaning: t('The room that the participant joined.'), show: 'name' },
    account_sid: {
      label: t('Account SID'),
      meaning: t('The account that the room belongs to.'),
      show: 'name',
    },
    url: { label: t('URL'), meaning: t('Address of this resource in the API.'), show: 'name' },
  };
}

/** Labels of the known keys in the open objects `publisher_info` and `properties`. */
export function openObjectLabels(): Readonly<Record<string, string>> {
  return {
    'publisher_info.name': t('SDK'),
    'publisher_info.sdk_version': t('SDK version'),
    'publisher_info.platform_name': t('Platform'),
    'publisher_info.platform_version': t('Platform version'),
    'publisher_info.device_manufacturer': t('Device maker'),
    'publisher_info.device_model': t('Device model'),
    'publisher_info.device_architecture': t('Architecture'),
    'publisher_info.browser_name': t('Browser'),
    'publisher_info.browser_version': t('Browser version'),
    'publisher_info.browser_major': t('Browser major version'),
    'properties.record_on_connect': t('Recorded from connect'),
    'properties.is_adhoc': t('Ad hoc'),
    'properties.num_audio_tracks': t('Audio tracks'),
    'properties.num_video_tracks': t('Video tracks'),
    'properties.num_data_tracks': t('Data tracks'),
  };
}
