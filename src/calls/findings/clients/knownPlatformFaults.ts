import { t } from '@vscode/l10n';
import type { KnownFault, ProductRange } from './knownFaultMatch.ts';

const changelog = 'https://github.com/twilio/twilio-video.js/blob/master/CHANGELOG.md';
const commonIssues = 'https://github.com/twilio/twilio-video.js/blob/master/COMMON_ISSUES.md';
const issues = 'https://github.com/twilio/twilio-video.js/issues';
/** The SDK in any version. */
const sdk: ProductRange = { name: 'twilio-video.js' };
const ios = (from?: string, before?: string): ProductRange => ({
  name: 'iOS',
  ...(from !== undefined && { from }),
  ...(before !== undefined && { before }),
});
const safari: ProductRange = { name: 'Safari' };
const safariOrChrome: ProductRange = { name: 'Safari', or: 'Chrome' };
const preferVp8 = () => t('Whether the application can prefer VP8, which avoids the issue.');
const browserTooOld = () =>
  t('The browser is too old for this SDK, which needs the Unified Plan SDP format.');

/**
 * Faults of browsers and platforms that concern every version of twilio-video.js, or all from one on. Facts
 * from its list of common issues, its changelog, and issues that Twilio wrote itself.
 */
export const knownPlatformFaults: readonly KnownFault[] = [
  {
    id: 'ios-background',
    sdk,
    platform: ios(),
    codes: [53001, 53002],
    minSeconds: 30,
    conditional: true,
    effect: () =>
      t(
        'iOS suspends a background page that records no sound, for example during a phone call, after 30 seconds; the page then loses its connection.',
      ),
    check: () => t('Whether the application joins again when its page is back in the foreground.'),
    link: `${commonIssues}#safari-mobile`,
  },
  {
    id: 'ios-16-second-phone-call',
    sdk,
    browser: safari,
    platform: ios('16', '17'),
    conditional: true,
    effect: () =>
      t(
        'After the second incoming phone call, the participant’s media stop, sometimes also those of others.',
      ),
    check: () => t('Whether the application calls Room.refreshInactiveMedia (SDK 2.26.0 or later).'),
    link: `${commonIssues}#safari-mobile`,
  },
  {
    id: 'ios-15-1-h264-crash',
    sdk,
    browser: safariOrChrome,
    platform: ios('15.1', '15.2'),
    sent: 'H264',
    effect: () => t('The browser crashes when an H264 camera track is published or muted.'),
    check: preferVp8,
    link: `${issues}/1611`,
  },
  {
    id: 'safari-15-1-h264-crash',
    sdk,
    browser: { name: 'Safari', from: '15.1', before: '15.2' },
    platform: { name: 'macOS' },
    sent: 'H264',
    conditional: true,
    effect: () => t('The browser crashes when an H264 camera track is muted.'),
    check: preferVp8,
    link: `${issues}/1611`,
  },
  {
    id: 'ios-15-1-black-picture',
    sdk,
    browser: safariOrChrome,
    platform: ios('15.1', '15.2'),
    conditional: true,
    effect: () =>
      t(
        'After a phone call or a switch to another application, the picture can turn black and the page can freeze.',
      ),
    link: `${issues}/1632`,
  },
  {
    id: 'safari-15-webrtc-adapter',
    sdk,
    browser: { name: 'Safari', from: '15', before: '16' },
    platform: { name: 'macOS' },
    codes: [53402],
    conditional: true,
    effect: () =>
      t('With an old version of webrtc-adapter, Safari 15 cannot apply media descriptions (53402).'),
    check: () => t('Whether the application contains webrtc-adapter before 7.7.1.'),
    link: `${commonIssues}#safari-desktop`,
  },
  {
    id: 'ios-15-echo',
    sdk,
    browser: safari,
    platform: ios('15', '15.5'),
    conditional: true,
    effect: () =>
      t('There is an echo if the application attaches its own microphone track to an audio element.'),
    fixedIn: 'iOS 15.5',
    link: `${commonIssues}#safari-mobile`,
  },
  {
    id: 'ios-15-low-volume',
    sdk,
    browser: safari,
    platform: ios('15', '16'),
    effect: () =>
      t('Sound sometimes comes from the earpiece instead of the loudspeaker and seems too quiet.'),
    link: `${issues}/1586`,
  },
  {
    id: 'ios-14-2-distorted-sound',
    sdk,
    browser: safari,
    platform: ios('14.2', '14.3'),
    effect: () => t('Sound stutters or is distorted.'),
    fixedIn: 'iOS 14.3',
    link: `${issues}/1296`,
  },
  {
    id: 'ios-13-1-no-sound',
    sdk,
    browser: safari,
    platform: ios('13.1', '13.4'),
    effect: () => t('Sometimes the participant sends no sound.'),
    fixedIn: 'iOS 13.4',
    link: `${commonIssues}#safari-mobile`,
  },
  {
    id: 'android-11-no-ice',
    sdk,
    browser: { name: 'Chrome' },
    platform: { name: 'Android', from: '11', before: '12' },
    connecting: true,
    causes: [53405],
    effect: () =>
      t('On certain devices with Android 11, Chrome gathers no ICE candidates: media cannot connect.'),
    check: () => t('Whether it works with another browser or another device.'),
    link: `${issues}/1701`,
  },
  {
    id: 'chrome-before-72',
    sdk: { ...sdk, from: '2.20.0' },
    browser: { name: 'Chrome', before: '72' },
    connecting: true,
    causes: [53400, 53401, 53402, 53403],
    effect: browserTooOld,
    fixedIn: 'Chrome 72',
    link: `${changelog}#2200-february-10-2022`,
  },
  {
    id: 'safari-before-12-1',
    sdk: { ...sdk, from: '2.20.0' },
    browser: { name: 'Safari', before: '12.1' },
    connecting: true,
    causes: [53400, 53401, 53402, 53403],
    effect: browserTooOld,
    fixedIn: 'Safari 12.1',
    link: `${changelog}#2200-february-10-2022`,
  },
  {
    id: 'firefox-64-ice',
    sdk,
    browser: { name: 'Firefox', from: '64', before: '66' },
    roomTypes: ['group', 'group_small'],
    causes: [53405],
    effect: () => t('In group rooms, ICE fails from time to time and media is no longer exchanged.'),
    fixedIn: 'Firefox 66',
    link: `${issues}/565`,
  },
];
