import type { HostMessage } from '../../protocol/messages.ts';

/**
 * Whether this came from the room panel. The host has checked what is inside;
 * other scripts can post to this window too, and their messages look different.
 */
export function isHostMessage(message: unknown): message is HostMessage {
  if (!isObject(message)) return false;
  switch (message.type) {
    case 'state':
      // A room without a SID, and a comparison, have nothing to persist.
      return (
        (message.persist === undefined || isObject(message.persist)) &&
        isObject(message.state) &&
        isObject(message.state.words)
      );
    case 'answer':
      return typeof message.request === 'number' && typeof message.ok === 'boolean';
    default:
      return false;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
