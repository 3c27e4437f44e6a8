import type { HostMessage } from '../../../protocol/messages.ts';

/**
 * Whether a message came from the panel. Other scripts can post to this window too; their messages have
 * another shape. The content is not checked, because the host creates it.
 */
export function isHostMessage(message: unknown): message is HostMessage {
  if (!isObject(message)) return false;
  switch (message.type) {
    case 'state':
      // A room without a SID, and a comparison, have no state to persist.
      return (
        (message.persist === undefined || isObject(message.persist)) &&
        isObject(message.state) &&
        isObject(message.state.labels)
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
