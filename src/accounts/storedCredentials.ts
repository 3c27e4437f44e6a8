import * as z from 'zod/mini';

const storedCredentials = z.object({
  username: z.string().check(z.minLength(1)),
  password: z.string().check(z.minLength(1)),
  /** Where the credentials were entered for: a setting that changes later does not send them elsewhere. */
  origin: z.string().check(z.regex(/^https?:\/\/[^/]+$/)),
  /** The account's name. What follows may be missing or damaged: no secret is lost by that. */
  label: z.catch(z.optional(z.string()), undefined),
  /** The account of an API key, once an answer has told it. */
  accountSid: z.catch(z.optional(z.string().check(z.regex(/^AC[0-9a-f]{32}$/))), undefined),
});

/** The JSON value in the SecretStorage: the credentials of one account, and what is known of it. */
export type StoredCredentials = Readonly<z.infer<typeof storedCredentials>>;

/** Reads the stored value; undefined if it is damaged or from a version that kept it otherwise. */
export function parseStoredCredentials(json: string): StoredCredentials | undefined {
  try {
    return storedCredentials.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
