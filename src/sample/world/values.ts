/**
 * All documented values of the Insights API, and one or two undocumented ones: enumerations grow, and clients
 * must accept unknown values.
 */

/** The maximum number of participants at the same time, by type of room. */
export const roomLimits: Readonly<Record<string, number>> = {
  go: 2,
  peer_to_peer: 10,
  group_small: 4,
  group: 50,
  broadcast: 50,
};

/** Media regions with their nearest edges. `us3` and `osaka` are undocumented. */
export const regions: readonly (readonly [region: string, edge: string])[] = [
  ['us1', 'ashburn'],
  ['ie1', 'dublin'],
  ['us2', 'umatilla'],
  ['de1', 'frankfurt'],
  ['jp1', 'tokyo'],
  ['gll', 'roaming'],
  ['br1', 'sao_paulo'],
  ['sg1', 'singapore'],
  ['au1', 'sydney'],
  ['in1', 'singapore'],
  ['us3', 'ashburn'],
  ['jp1', 'osaka'],
];

/** `AV1` is undocumented. */
export const codecSets: readonly (readonly string[])[] = [
  ['VP8', 'opus'],
  ['VP8', 'H264', 'opus'],
  ['H264', 'opus'],
  ['VP8'],
  ['VP9', 'opus'],
  ['AV1', 'opus'],
];

export const createdMethods: readonly string[] = ['sdk', 'ad_hoc', 'api'];

/** Error codes that end a stay early, with the participant's `end_reason`. */
export const drops: readonly (readonly [code: number, reason: string])[] = [
  [53001, 'signaling_connection_disconnected'],
  [53405, 'media_connection_failed'],
  [53000, 'signaling_error'],
  [53002, 'signaling_connection_timeout'],
  [53407, 'media_dtls_transport_failed'],
  [53001, 'signaling_connection_disconnected'],
  [53405, 'Media connection failed or Media activity ceased'],
  [20104, 'access_token_expired'],
  [53006, 'server_busy'],
  [53304, 'track_name_is_duplicated'],
  [53400, 'client_unable_to_apply_sdp'],
  [59999, 'something_nobody_has_documented'],
];

/** Error codes of people who could not join. */
export const refusals: readonly (readonly [code: number, reason: string])[] = [
  [53118, 'room_completed'],
  [53106, 'room_not_found'],
  [53105, 'room_max_participants_exceeded'],
  [53104, 'room_connect_failed'],
  [20101, 'access_token_invalid'],
  [53501, 'turn_server_unavailable'],
];
