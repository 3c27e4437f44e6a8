import { t } from '@vscode/l10n';
import type { ErrorTable } from './errorTable.ts';

/** Audio and video, and the requirements for sending them: 53400 to 53501. */
export const mediaErrors: ErrorTable = {
  53400: () => ({
    name: t('client could not set up its media'),
    meaning: t('The client could not make or apply its own media description (SDP).'),
    check: t('Whether the browser and the SDK version support each other, and the device’s load.'),
  }),
  53401: () => ({
    name: t('server could not set up its media'),
    meaning: t('Twilio could not make or apply its own media description (SDP).'),
    check: t('Whether it happened to others too; then status.twilio.com and Twilio’s support.'),
  }),
  53402: () => ({
    name: t('client could not apply remote media'),
    meaning: t('The client could not apply the media description (SDP) that it received.'),
    check: t(
      'Whether the browser and the SDK version support each other; in peer-to-peer rooms, the other side’s too.',
    ),
  }),
  53403: () => ({
    name: t('server could not apply remote media'),
    meaning: t('Twilio could not apply the media description (SDP) that the client sent.'),
    check: t('Whether a newer SDK or browser helps, and whether the application changes the SDP.'),
  }),
  53404: () => ({
    name: t('no codec in common'),
    meaning: t('Client and server, or two peers, support no codec in common.'),
    check: t('The room’s codecs, the preferred codecs in the application, and what the browser supports.'),
  }),
  53405: () => ({
    name: t('media connection failed'),
    meaning: t(
      'Sound and picture could not be sent, or stopped and did not come back in time: mostly the participant’s network, firewall or VPN.',
    ),
    check: t(
      'That UDP to Twilio’s media servers, or TURN over TLS on port 443, is allowed there; whether the network changed; networktest.twilio.com from that network.',
    ),
  }),
  53407: () => ({
    name: t('media encryption could not be set up'),
    meaning: t('The DTLS handshake failed, so no media could be sent.'),
    check: t('Firewalls or VPNs that inspect or delay UDP, and the browser’s version.'),
  }),
  53408: () => ({
    name: t('media restart not allowed'),
    meaning: t('The client asked for an ICE restart at a time when Twilio does not allow one.'),
    check: t('Whether a newer version of the SDK helps, and the network changes just before.'),
  }),
  53500: () => ({
    name: t('configuration could not be fetched'),
    meaning: t('The client could not get its configuration from Twilio before it joined.'),
    check: t('Whether the network lets the client reach Twilio over HTTPS, and status.twilio.com.'),
  }),
  53501: () => ({
    name: t('no TURN credentials'),
    meaning: t('Twilio could not give the client credentials for its TURN servers.'),
    check: t('Whether it happened to others too, and status.twilio.com; trying again usually helps.'),
  }),
};

/** Errors that mean something else in rooms where clients send media to each other (Go, peer-to-peer). */
export const directMediaErrors: ErrorTable = {
  53405: () => ({
    name: t('media connection failed'),
    meaning: t(
      'Sound and picture could not be sent between the clients, or stopped: one of the two networks, or the way between them. In this type of room the other end’s leave or loss shows so too.',
    ),
    check: t(
      'Whether the two networks let the devices reach each other or TURN (UDP, TCP, or TLS on port 443), what the other end did at that time, and networktest.twilio.com from both networks.',
    ),
  }),
  53404: () => ({
    name: t('no codec in common'),
    meaning: t(
      'The two clients support no codec in common; the participant stays in the room without that track.',
    ),
    check: t('The preferred codecs in the application, and what the devices support.'),
  }),
};
