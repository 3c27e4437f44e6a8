import * as z from 'zod/mini';

const storedCredentials = z.object({
  username: z.string().check(z.minLength(1)),
  password: z.string().check(z.minLength(1)),
  /**
   * The origin that the credentials were entered for: a later change of the setting does not send them
   * elsewhere.
   */
  origin: z.string().check(z.regex(/^https?:\/\/[^/]+$/)),
  /** The account's label. It and the following fields may be missing or damaged without losing the secret. */
  label: z.catch(z.optional(z.string()), undefined),
  /** The account SID of an API key, once a reply contained it. */
  accountSid: z.catch(z.optional(z.string().check(z.regex(/^AC[0-9a-fA-F]{32}$/))), undefined),
});

/** The JSON value in the SecretStorage: the credentials and details of one account. */
export type StoredCredentials = Readonly<z.infer<typeof storedCredentials>>;

/** Parses the stored value; undefined if it is damaged or has the format of another version. */
export function parseStoredCredentials(json: string): StoredCredentials | undefined {
  try {
    return storedCredentials.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
