import { t } from '@vscode/l10n';
import { normalizeEnum } from '../insights/core/normalizeEnum.ts';
import { markUnseen, plainText } from './plainText.ts';

/**
 * Labels for the values of enumerations, by normalized spelling. Enumerations grow: any other value is
 * humanized and shown.
 */
const labels: Readonly<Record<string, () => string>> = {
  in_progress: () => t('In progress'),
  completed: () => t('Completed'),
  connected: () => t('Connected'),
  failed: () => t('Failed'),
  reconnecting: () => t('Reconnecting'),
  disconnected: () => t('Disconnected'),
  complete: () => t('Complete'),
  timeout: () => t('Timeout'),
  not_started: () => t('Not started'),
  go: () => 'Go',
  peer_to_peer: () => t('Peer-to-peer'),
  group: () => t('Group'),
  group_small: () => t('Small Group'),
  sdk: () => t('An SDK'),
  ad_hoc: () => t('The first participant, ad hoc'),
  api: () => t('The API'),
  room_ended_via_api: () => t('Ended through the API'),
  disconnected_via_api: () => t('Disconnected through the API'),
  vp8: () => 'VP8',
  h264: () => 'H264',
  vp9: () => 'VP9',
  av1: () => 'AV1',
  opus: () => 'Opus',
  us1: () => t('United States, east (us1)'),
  us2: () => t('United States, west (us2)'),
  au1: () => t('Australia (au1)'),
  br1: () => t('Brazil (br1)'),
  ie1: () => t('Ireland (ie1)'),
  jp1: () => t('Japan (jp1)'),
  sg1: () => t('Singapore (sg1)'),
  in1: () => t('India (in1)'),
  de1: () => t('Germany (de1)'),
  gll: () => t('Lowest latency, chosen by Twilio (gll)'),
  ashburn: () => t('Ashburn'),
  dublin: () => t('Dublin'),
  frankfurt: () => t('Frankfurt'),
  singapore: () => t('Singapore'),
  sydney: () => t('Sydney'),
  sao_paulo: () => t('São Paulo'),
  roaming: () => t('Roaming'),
  umatilla: () => t('Umatilla'),
  tokyo: () => t('Tokyo'),
};

/** All values that have a label, in their normalized spelling. */
export const enumValues: readonly string[] = Object.keys(labels);

/** The label of an enumeration's value; an unknown value is humanized, never dropped. */
export function enumLabel(value: string): string {
  const normalized = normalizeEnum(value);
  return Object.hasOwn(labels, normalized) ? (labels[normalized]?.() ?? value) : humanize(plainText(value));
}

/** Whether a value has a label in this table. */
export function hasLabel(value: string): boolean {
  return Object.hasOwn(labels, normalizeEnum(value));
}

/** `signaling_connection_lost` → `Signaling connection lost`. A text with spaces is left as it is. */
export function humanize(value: string): string {
  const text = markUnseen(value);
  const spaced = text.replaceAll(/[_-]+/g, ' ').trim();
  if (text.includes(' ') || spaced === '') return text;
  return spaced[0]?.toUpperCase() + spaced.slice(1);
}
