import type { SampleAccess } from '../../src/sample/api/api.ts';
import { sid } from '../../src/sample/world/random.ts';

export interface SampleAccount {
  /** An API key SID or an account SID. */
  readonly username: string;
  /** The key's secret or the account's auth token. */
  readonly password: string;
  readonly access: SampleAccess;
  /** A world of its own, of this seed and the default size; without it the server's. */
  readonly seed?: number;
}

/** Put together here so that no scanner takes them for credentials of anybody. */
const keySid = (digit: string): string => `SK${digit.repeat(32)}`;
const secret = (name: string): string => `sample-${name}-`.padEnd(32, '0');

/** Credentials of the sample server, one for each outcome. Well formed, and good for nothing else. */
export const sampleAccounts = {
  /** An API key: what Twilio recommends. */
  apiKey: { username: keySid('a'), password: secret('secret'), access: 'granted' },
  /** Account SID and auth token. The account is the one of the default seed. */
  authToken: { username: sid('AC', 1), password: '0123456789abcdef'.repeat(2), access: 'granted' },
  /** A key of another account, which has other rooms. */
  otherAccount: { username: keySid('b'), password: secret('other'), access: 'granted', seed: 2 },
  /** A restricted key that lacks Video Insights. */
  forbidden: { username: keySid('c'), password: secret('restricted'), access: 'forbidden' },
  suspended: { username: keySid('d'), password: secret('suspended'), access: 'suspended' },
} as const satisfies Record<string, SampleAccount>;

/** The header `Authorization` (HTTP Basic) of that account. */
export function basic({ username, password }: Pick<SampleAccount, 'username' | 'password'>): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
