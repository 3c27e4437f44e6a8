/** HTTP Basic: an API key's SID and secret, or an account's SID and auth token. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}
