import { at, failed, stay } from '../calls.ts';
import { type Json, type RuleCases, together } from './ruleCases.ts';

const sdk = (version: unknown): Json => ({
  publisher_info: { name: 'twilio-video.js', sdk_version: version },
});
const chrome = (version: unknown, browserVersion: unknown): Json => ({
  publisher_info: {
    name: 'twilio-video.js',
    sdk_version: version,
    browser_name: 'Chrome',
    browser_version: browserVersion,
    platform_name: 'Windows',
  },
});

/** The rule of faults that are known of clients. */
export const knownFaultCases: RuleCases<'known-fault'> = {
  'known-fault': {
    speaks: [
      {
        when: 'SDK and browser have a known fault',
        people: () => together(chrome('2.31.0', '138.0'), sdk('2.31.0')),
      },
    ],
    silent: [
      { when: 'it is fixed', people: () => together(chrome('2.32.1', '138.0'), chrome('2.31.0', '136.0')) },
      {
        when: 'a version is not known',
        people: () => together(chrome('2.31.0', null), chrome('2', '138.0')),
      },
      { when: 'the browser is not known', people: () => together(sdk('2.31.0'), sdk('2.20.0')) },
      {
        when: 'its users were never in the room',
        people: () => [
          ...together(),
          stay('Carol', at(5), at(5), { ...chrome('2.31.0', '138.0'), ...failed(53105) }),
        ],
      },
    ],
  },
};
