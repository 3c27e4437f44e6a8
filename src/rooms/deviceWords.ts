import type { Participant } from '../insights/participant.ts';
import { plainText } from './plainText.ts';

/** "twilio-video.js 2.28.1 · Chrome 126.0 · Mac OS 14.5 · Apple iPhone 15": what `publisher_info` tells, as far as it does. */
export function deviceWords(participant: Participant): string {
  const info = participant.read('publisher_info') ?? {};
  const word = (key: string) => {
    const value = info[key];
    return typeof value === 'string' || typeof value === 'number' ? plainText(String(value)) : '';
  };
  const pair = (...keys: string[]) => keys.map(word).filter(Boolean).join(' ');
  return [
    pair('name', 'sdk_version'),
    pair('browser_name', 'browser_version'),
    pair('platform_name', 'platform_version'),
    pair('device_manufacturer', 'device_model'),
  ]
    .filter(Boolean)
    .join(' · ');
}
