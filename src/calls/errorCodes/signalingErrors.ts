import { t } from '@vscode/l10n';
import type { ErrorTable } from './errorTable.ts';

/** The signaling connection between client and Twilio: 53000 to 53006. */
export const signalingErrors: ErrorTable = {
  53000: () => ({
    name: t('signaling error'),
    meaning: t('Something went wrong on the signaling connection that no other code describes.'),
    check: t(
      'Whether others on the same network had it too; then the network’s firewall and proxy (WebSocket over TLS, port 443).',
    ),
  }),
  53001: () => ({
    name: t('signaling connection disconnected'),
    meaning: t(
      'The client lost its connection to Twilio: the network went away, the computer slept, the app went to the background, or a page was reloaded or closed without disconnecting.',
    ),
    check: t(
      'The participant’s network at that time, a change of network or VPN, on phones whether the app was suspended, and whether the application disconnects when its page is closed.',
    ),
  }),
  53002: () => ({
    name: t('signaling connection timed out'),
    meaning: t(
      'Client and Twilio did not hear from each other in time: a slow or blocked network, or a device that slept or had its app in the background. Twilio notices a lost client up to 45 seconds later.',
    ),
    check: t(
      'The participant’s network and its firewall or proxy (WebSocket over TLS, port 443), and on phones whether the app or the browser was in the background.',
    ),
  }),
  53003: () => ({
    name: t('signaling message from Twilio not understood'),
    meaning: t('The client received a message that its SDK could not handle.'),
    check: t('Whether a newer version of the SDK helps; otherwise Twilio’s support.'),
  }),
  53004: () => ({
    name: t('signaling message to Twilio not understood'),
    meaning: t('The client sent a message that Twilio could not handle.'),
    check: t('Whether a newer version of the SDK helps, and whether a proxy changes WebSocket traffic.'),
  }),
  53006: () => ({
    name: t('signaling server busy'),
    meaning: t('Twilio’s signaling server was too busy to take the connection.'),
    check: t(
      'Whether status.twilio.com tells of an outage then, and that the application tries again after a pause.',
    ),
  }),
};
