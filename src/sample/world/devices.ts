/** The `publisher_info` of a browser, with the keys of twilio-video.js. */
export function browser(
  platform: readonly [name: string, version: string],
  name: string,
  version: string,
  sdk = '2.32.1',
): Record<string, string> {
  return {
    name: 'twilio-video.js',
    sdk_version: sdk,
    platform_name: platform[0],
    platform_version: platform[1],
    browser_name: name,
    browser_version: version,
    browser_major: version.split('.')[0] ?? version,
  };
}

/** The `publisher_info` of a phone, with the keys of the Android and iOS SDKs. */
export function phone(
  name: string,
  sdk: string,
  platform: readonly [name: string, version: string],
  maker: string,
  model: string,
): Record<string, string> {
  return {
    name,
    sdk_version: sdk,
    platform_name: platform[0],
    platform_version: platform[1],
    device_manufacturer: maker,
    device_model: model,
    device_architecture: 'arm64',
  };
}

/** The devices of the participants, as `publisher_info`. */
export const devices: readonly Readonly<Record<string, string>>[] = [
  browser(['macOS', '15.3.1'], 'Chrome', '142.0.7444.60'),
  browser(['Windows', '11'], 'Chrome', '141.0.7390.123'),
  browser(['Windows', '10'], 'Edge', '142.0.3595.53', '2.31.0'),
  phone('twilio-video-ios', '5.10.0', ['iOS', '18.6.2'], 'Apple', 'iPhone16,1'),
  browser(['macOS', '14.7.2'], 'Safari', '18.1'),
  phone('twilio-video-android', '7.9.1', ['Android', '15'], 'Google', 'Pixel 9'),
  browser(['Linux', 'x86_64'], 'Firefox', '144.0'),
  browser(['iOS', '18.5'], 'Mobile Safari', '18.5', '2.28.1'),
  phone('twilio-video-android', '7.6.4', ['Android', '13'], 'samsung', 'SM-G991B'),
  phone('twilio-video-ios', '5.8.3', ['iOS', '17.7'], 'Apple', 'iPad13,18'),
  browser(['Android', '14'], 'Chrome Mobile', '141.0.7390.122', '2.32.0'),
  browser(['Windows', '10'], 'Chrome', '109.0.5414.165', '2.20.1'),
];
