import * as z from 'zod/mini';

const storedCredentials = z.object({
  username: z.string().check(z.minLength(1)),
  password: z.string().check(z.minLength(1)),
  /** Where the credentials were entered for: a setting that changes later does not send them elsewhere. */
  origin: z.string().check(z.regex(/^https?:\/\/[^/]+$/)),
});

/** The JSON value in the SecretStorage. */
export type StoredCredentials = Readonly<z.infer<typeof storedCredentials>>;

/** Reads the stored value; undefined if it is damaged or from a version that kept it otherwise. */
export function parseStoredCredentials(json: string): StoredCredentials | undefined {
  try {
    return storedCredentials.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
