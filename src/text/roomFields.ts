import { t } from '@vscode/l10n';
import type { RoomField } from '../insights/resources/room.ts';

/** The groups of a room's fields. */
export type RoomGroup = 'identity' | 'time' | 'people' | 'media' | 'recording' | 'processing' | 'callback';

/** How a field's value is formatted. */
export type FieldShow =
  | 'text'
  | 'name'
  | 'enum'
  | 'time'
  | 'duration'
  | 'number'
  | 'flag'
  | 'list'
  | 'link'
  | 'object';

/** The label of a field, and how to format its value. */
export interface FieldLabel {
  readonly label: string;
  /** The meaning according to the documentation, in our words. */
  readonly meaning: string;
  readonly show: FieldShow;
}

/** The title of a group of fields. */
export function roomGroupTitle(group: RoomGroup | 'other'): string {
  switch (group) {
    case 'identity':
      return t('Identity');
    case 'time':
      return t('Time');
    case 'people':
      return t('People');
    case 'media':
      return t('Media');
    case 'recording':
      return t('Recording');
    case 'processing':
      return t('Processing');
    case 'callback':
      return t('Callback');
    case 'other':
      return t('Other');
  }
}

/** The fields of each group, in reading order. */
export const roomGroups: Readonly<Record<RoomGroup, readonly RoomField[]>> = {
  identity: [
    'room_name',
    'room_sid',
    'account_sid',
    'room_type',
    'room_status',
    'created_method',
    'url',
    'links',
  ],
  time: ['create_time', 'end_time', 'duration_sec', 'end_reason'],
  people: [
    'unique_participants',
    'unique_participant_identities',
    'concurrent_participants',
    'max_concurrent_participants',
    'max_participants',
    'total_participant_duration_sec',
  ],
  media: ['codecs', 'media_region', 'edge_location'],
  recording: ['recording_enabled', 'total_recording_duration_sec'],
  processing: ['processing_state'],
  callback: ['status_callback', 'status_callback_method'],
};

/** Labels and meanings; a function, because the language is known only after the start. */
export function roomFields(): Readonly<Record<RoomField, FieldLabel>> {
  return {
    room_name: {
      label: t('Name'),
      meaning: t('The name that the application gave the room. Unique only among rooms in progress.'),
      show: 'text',
    },
    room_sid: { label: t('Room SID'), meaning: t('Identifies the room at Twilio.'), show: 'name' },
    account_sid: {
      label: t('Account SID'),
      meaning: t('The account that the room belongs to.'),
      show: 'name',
    },
    room_type: {
      label: t('Type'),
      meaning: t('Go, Peer-to-peer, Group or Small Group: how media is carried and how many may join.'),
      show: 'enum',
    },
    room_status: {
      label: t('Status'),
      meaning: t('Whether the room is in progress or completed.'),
      show: 'enum',
    },
    created_method: {
      label: t('Created by'),
      meaning: t('How the room was created: by an SDK, by the API, or ad hoc when somebody joined.'),
      show: 'enum',
    },
    url: { label: t('URL'), meaning: t('Address of this resource in the API.'), show: 'name' },
    links: { label: t('Links'), meaning: t('Addresses of related resources in the API.'), show: 'object' },
    create_time: {
      label: t('Created at'),
      meaning: t('When the room was created; the first participant may have joined later.'),
      show: 'time',
    },
    end_time: {
      label: t('Ended at'),
      meaning: t(
        'When the room ended; the last participant may have left earlier. A room in progress has none.',
      ),
      show: 'time',
    },
    duration_sec: {
      label: t('Duration'),
      meaning: t('Time from the creation of the room to its end.'),
      show: 'duration',
    },
    end_reason: {
      label: t('End reason'),
      meaning: t('Whether the room was ended by the API or by a timeout.'),
      show: 'enum',
    },
    unique_participants: {
      label: t('Participants'),
      meaning: t('Participants who joined; somebody who rejoins is counted again.'),
      show: 'number',
    },
    unique_participant_identities: {
      label: t('Identities'),
      meaning: t('Distinct participant identities; somebody who rejoins is counted once.'),
      show: 'number',
    },
    concurrent_participants: {
      label: t('Concurrent participants'),
      meaning: t('The actual number of participants in the room at the same time.'),
      show: 'number',
    },
    max_concurrent_participants: {
      label: t('Concurrent participants allowed'),
      meaning: t('The most participants allowed in the room at the same time.'),
      show: 'number',
    },
    max_participants: {
      label: t('Participants allowed'),
      meaning: t('The most participants that the application allows in the room.'),
      show: 'number',
    },
    total_participant_duration_sec: {
      label: t('Participants’ time'),
      meaning: t('The time of all participants together; usually more than the room’s duration.'),
      show: 'duration',
    },
    codecs: { label: t('Codecs'), meaning: t('Codecs that participants used in the room.'), show: 'list' },
    media_region: {
      label: t('Media region'),
      meaning: t('The region whose media servers the room used.'),
      show: 'enum',
    },
    edge_location: {
      label: t('Edge location'),
      meaning: t('The edge of Twilio’s network where the room’s signaling entered.'),
      show: 'enum',
    },
    recording_enabled: {
      label: t('Recording'),
      meaning: t('Whether recording was enabled for the room.'),
      show: 'flag',
    },
    total_recording_duration_sec: {
      label: t('Recorded time'),
      meaning: t('The duration of all recordings of the room together.'),
      show: 'duration',
    },
    processing_state: {
      label: t('Processing'),
      meaning: t(
        'Whether Twilio has finished summarising the room. Until it is complete, figures may change.',
      ),
      show: 'enum',
    },
    status_callback: {
      label: t('Callback URL'),
      meaning: t('Where Twilio reports the room’s events to. May hold secrets of the application.'),
      show: 'name',
    },
    status_callback_method: {
      label: t('Callback method'),
      meaning: t('The HTTP method of the callback.'),
      show: 'name',
    },
  };
}
