import { t } from '@vscode/l10n';
import type { KnownFault, ProductRange } from './knownFaultMatch.ts';
import { knownPlatformFaults } from './knownPlatformFaults.ts';

const js = (from: string, before: string): ProductRange => ({ name: 'twilio-video.js', from, before });
const changelog = 'https://github.com/twilio/twilio-video.js/blob/master/CHANGELOG.md';
const issues = 'https://github.com/twilio/twilio-video.js/issues';
const group = ['group', 'group_small'];

const silentAfterPhoneCall = () =>
  t('After an incoming phone call, the others may no longer hear the participant.');
const clonedTrackEnabled = () => t('A copy (clone) of a muted track is not muted.');
const firefoxCannotPublish = () => t('Firefox can publish neither sound nor picture.');
const noMediaOfFirefox = () =>
  t('In peer-to-peer rooms, sound and picture of Firefox 63 or later do not arrive at this SDK.');

/**
 * Faults of Twilio's SDKs. Facts from the changelog of twilio-video.js and from issues that Twilio wrote
 * itself. Where the changelog names no first version, the range begins with the major version.
 */
const knownSdkFaults: readonly KnownFault[] = [
  {
    id: 'js-chrome-137-duplicate-payload-types',
    sdk: js('2.0.0', '2.32.1'),
    browser: { name: 'Chrome', from: '137' },
    causes: [53400, 53401, 53402, 53403],
    effect: () =>
      t('Negotiating media can fail when a track is published or unpublished; media then does not arrive.'),
    fixedIn: 'twilio-video.js 2.32.1',
    link: `${changelog}#2321-august-1-2025`,
  },
  {
    id: 'js-safari-18-cloned-track',
    sdk: js('2.0.0', '2.28.2'),
    browser: { name: 'Safari', from: '18', before: '19' },
    platform: { name: 'macOS' },
    conditional: true,
    effect: clonedTrackEnabled,
    fixedIn: 'twilio-video.js 2.28.2',
    link: `${changelog}#2282-november-22-2024`,
  },
  {
    // User agents of iOS 26 and later say 18.6 or 18.7.
    id: 'js-ios-18-cloned-track',
    sdk: js('2.0.0', '2.28.2'),
    platform: { name: 'iOS', from: '18', before: '18.6' },
    conditional: true,
    effect: clonedTrackEnabled,
    fixedIn: 'twilio-video.js 2.28.2',
    link: `${changelog}#2282-november-22-2024`,
  },
  {
    id: 'js-chrome-ios-17-krisp',
    sdk: js('2.23.0', '2.28.1'),
    browser: { name: 'Chrome' },
    platform: { name: 'iOS', from: '17', before: '18' },
    conditional: true,
    effect: () =>
      t(
        'If Krisp noise cancellation is used, the sound may not come back after another application has used the microphone.',
      ),
    fixedIn: 'twilio-video.js 2.28.1',
    link: `${changelog}#2281-october-3-2023`,
  },
  {
    // Older versions have an entry of their own: js-ios-14-phone-call, js-ios-phone-call.
    id: 'js-ios-interrupted-playback',
    sdk: js('2.7.3', '2.24.3'),
    browser: { name: 'Safari' },
    platform: { name: 'iOS' },
    conditional: true,
    effect: () =>
      t('After another application or tab has played media, the participant may no longer hear the others.'),
    fixedIn: 'twilio-video.js 2.24.3',
    link: `${changelog}#2243-october-10-2022`,
  },
  {
    id: 'js-adaptive-simulcast-53402',
    sdk: js('2.19.0', '2.24.2'),
    browser: { name: 'Chrome' },
    roomTypes: group,
    codes: [53402],
    conditional: true,
    effect: () =>
      t('If adaptive simulcast is used, publishing a camera after a canvas sometimes fails with 53402.'),
    fixedIn: 'twilio-video.js 2.24.2',
    link: `${changelog}#2242-september-29-2022`,
  },
  {
    id: 'js-2-19-ios-14-no-picture',
    sdk: js('2.19.0', '2.20.1'),
    platform: { name: 'iOS', before: '14.6' },
    effect: () => t('The camera sends no picture.'),
    fixedIn: 'twilio-video.js 2.20.1',
    link: `${changelog}#2201-feb-17-2022`,
  },
  {
    id: 'js-2-17-0-screen-share',
    sdk: js('2.17.0', '2.17.1'),
    browser: { name: 'Chrome' },
    conditional: true,
    effect: () => t('Shared screens are sent in a lower resolution.'),
    fixedIn: 'twilio-video.js 2.17.1',
    link: `${changelog}#2171-september-21-2021`,
  },
  {
    id: 'js-chrome-92-media-players',
    sdk: js('2.0.0', '2.15.3'),
    browser: { name: 'Chrome', from: '92' },
    conditional: true,
    effect: () =>
      t('After many reconnections or newly published tracks, Chrome may refuse to play further media.'),
    fixedIn: 'twilio-video.js 2.15.3',
    link: `${changelog}#2153-july-28-2021`,
  },
  {
    id: 'js-android-firefox-vp8',
    sdk: js('2.0.0', '2.13.1'),
    browser: { name: 'Firefox' },
    platform: { name: 'Android' },
    roomTypes: group,
    effect: () => t('Publishing VP8 video sometimes fails in group rooms.'),
    fixedIn: 'twilio-video.js 2.13.1',
    link: `${changelog}#2131-march-17-2021`,
  },
  {
    id: 'js-ios-14-phone-call',
    sdk: js('2.0.0', '2.7.3'),
    browser: { name: 'Safari' },
    platform: { name: 'iOS', from: '14', before: '15' },
    conditional: true,
    effect: silentAfterPhoneCall,
    fixedIn: 'twilio-video.js 2.7.3',
    link: `${changelog}#273-october-21-2020`,
  },
  {
    id: 'js-large-room-53403',
    sdk: js('2.0.0', '2.7.2'),
    roomTypes: ['group'],
    codes: [53403],
    effect: () => t('In large group rooms, a participant is sometimes disconnected with 53403.'),
    fixedIn: 'twilio-video.js 2.7.2',
    link: `${changelog}#272-august-12-2020`,
  },
  {
    id: 'js-ios-phone-call',
    sdk: js('2.0.0', '2.7.1'),
    browser: { name: 'Safari' },
    platform: { name: 'iOS', before: '14' },
    conditional: true,
    effect: silentAfterPhoneCall,
    fixedIn: 'twilio-video.js 2.7.1',
    link: `${changelog}#271-july-28-2020`,
  },
  {
    id: 'js-firefox-79-audio-only',
    sdk: js('2.0.0', '2.7.1'),
    browser: { name: 'Firefox', from: '79' },
    roomTypes: ['peer_to_peer'],
    audioOnly: true,
    other: { sdk: js('2.0.0', '2.7.1'), browser: { name: 'Chrome' } },
    effect: () =>
      t('In peer-to-peer rooms, Firefox and Chrome do not hear each other if both send only sound.'),
    fixedIn: 'twilio-video.js 2.7.1',
    link: `${changelog}#271-july-28-2020`,
  },
  {
    id: 'js-android-chrome-81-h264',
    sdk: js('2.0.0', '2.4.0'),
    browser: { name: 'Chrome', from: '81' },
    platform: { name: 'Android' },
    roomTypes: group,
    received: 'H264',
    effect: () => t('In group rooms, Chrome on Android cannot receive the H264 video of others.'),
    fixedIn: 'twilio-video.js 2.4.0',
    link: `${changelog}#240-may-4-2020`,
  },
  {
    id: 'js-2-beta-firefox-68',
    sdk: js('2.0.0-beta1', '2.0.0-beta10'),
    browser: { name: 'Firefox', from: '68' },
    effect: firefoxCannotPublish,
    fixedIn: 'twilio-video.js 2.0.0-beta10',
    link: `${issues}/661`,
  },
  {
    id: 'js-1-firefox-68',
    sdk: js('1.0.0', '1.18.1'),
    browser: { name: 'Firefox', from: '68' },
    effect: firefoxCannotPublish,
    fixedIn: 'twilio-video.js 1.18.1',
    link: `${issues}/661`,
  },
  {
    id: 'android-2-firefox-63',
    sdk: { name: 'twilio-video-android', from: '1.0.0', before: '3.0.0' },
    roomTypes: ['peer_to_peer'],
    other: { browser: { name: 'Firefox', from: '63' } },
    effect: noMediaOfFirefox,
    fixedIn: 'twilio-video-android 3.0.0',
    link: `${issues}/544`,
  },
  {
    id: 'ios-2-2-firefox-63',
    sdk: { name: 'twilio-video-ios', from: '1.0.0', before: '2.3.0' },
    roomTypes: ['peer_to_peer'],
    other: { browser: { name: 'Firefox', from: '63' } },
    effect: noMediaOfFirefox,
    fixedIn: 'twilio-video-ios 2.3.0',
    link: `${issues}/544`,
  },
  {
    id: 'ios-4-6-0-chrome-94',
    sdk: { name: 'twilio-video-ios', from: '4.6.0', before: '4.6.1' },
    roomTypes: ['peer_to_peer', 'go'],
    other: { browser: { name: 'Chrome', from: '94' } },
    effect: () => t('In peer-to-peer and Go rooms, sound and picture of Chrome may not arrive.'),
    fixedIn: 'twilio-video-ios 4.6.1',
    link: 'https://github.com/twilio/twilio-video-ios/issues/211',
  },
];

/** All known faults; those of newer versions first. */
export const knownFaultTable: readonly KnownFault[] = [...knownSdkFaults, ...knownPlatformFaults];
