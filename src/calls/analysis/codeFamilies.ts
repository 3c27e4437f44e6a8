/** True for codes that refuse a join: errors of the token, the room, the identity, a quota or the configuration. */
export function preventsJoin(code: number): boolean {
  return (
    isTokenCode(code) ||
    (code >= 53100 && code <= 53126) ||
    (code >= 53200 && code <= 53202) ||
    code === 53206 ||
    (code >= 53500 && code <= 53599)
  );
}

/** True for codes of access tokens; beyond 20107 there are 20151 and 20155 to 20157. */
export function isTokenCode(code: number): boolean {
  return code >= 20101 && code <= 20199;
}

/**
 * True for errors of tracks and codecs: something was not published or not subscribed to, and the participant stayed
 * in the room (twilio/video-quickstart-js#119).
 */
export function isTrackCode(code: number): boolean {
  return code === 53203 || (code >= 53300 && code <= 53399) || code === 53404;
}

/**
 * True for errors after which a client can stay in the room. 53001 and 53405 are the two that a client has while it
 * is *reconnecting* (Twilio, "Reconnection States and Events"); Twilio's example of a participant summary has 53002
 * beside `disconnected_via_api`; 53400 after a computer's sleep ends no stay (twilio/twilio-video.js#1608).
 */
export function isRecoverable(code: number): boolean {
  return isConnectionCode(code) || isTrackCode(code) || (code >= 53400 && code <= 53403);
}

/** True for errors of the connection between a client and Twilio, or between two clients. */
export function isConnectionCode(code: number): boolean {
  return (code >= 53000 && code <= 53002) || code === 53405 || code === 53407 || code === 53408;
}

/** True for errors of the connection that carries sound and picture. */
export function isMediaLoss(code: number | undefined): boolean {
  return code === 53405 || code === 53407;
}

/** True for codes of a participant whom Twilio or the other end has lost: see also 53204. */
export function isLossCode(code: number | undefined): boolean {
  return code !== undefined && (isConnectionCode(code) || code === 53204);
}
