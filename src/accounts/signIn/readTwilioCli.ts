import { t } from '@vscode/l10n';
import { decodeText } from './decodeText.ts';
import type { CredentialKind } from './validateCredentials.ts';
import { secretProblem, sidProblem } from './validateCredentials.ts';

/** A profile of the Twilio CLI with its credentials, or the problem with it as a text. */
export interface CliProfile {
  readonly name: string;
  /** The default profile of the CLI. */
  readonly active: boolean;
  readonly accountSid?: string | undefined;
  readonly region?: string | undefined;
  /** The edge of the profile, or that of all profiles (`twilio config:set --edge`). */
  readonly edge?: string | undefined;
  readonly credentials?: {
    readonly kind: CredentialKind;
    readonly username: string;
    readonly password: string;
  };
  readonly problem?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The path of the Twilio CLI's configuration file. */
export function cliConfigFile(
  environment: Environment,
  home: string,
  join: (...parts: string[]) => string,
): string {
  return join(environment.TWILIO_CONFIG_DIR?.trim() || join(home, '.twilio-cli'), 'config.json');
}

/**
 * The profiles in the CLI's file; undefined if it is not one. Since version 3 `profiles` holds the key and
 * its secret by the profile's name; before, a list `projects` held only the account, and the secret was in
 * the system's keychain. A file may have both. `activeProject` names the active profile of either.
 */
export function parseCliProfiles(bytes: Uint8Array): readonly CliProfile[] | undefined {
  let file: unknown;
  try {
    file = JSON.parse(decodeText(bytes));
  } catch {
    return undefined;
  }
  if (!isObject(file)) return undefined;
  const { profiles, projects, activeProject, edge } = file;
  const found: CliProfile[] = [];
  if (isObject(profiles))
    for (const [name, profile] of Object.entries(profiles)) found.push(readProfile(name, profile));
  for (const project of Array.isArray(projects) ? projects : []) {
    const name = isObject(project) ? text(project.id) : undefined;
    if (name !== undefined && !found.some((one) => one.name === name)) found.push(inKeychain(name, project));
  }
  const active = found.find(({ name }) => name === activeProject) ?? found[0];
  return found.map((profile) => ({
    ...profile,
    edge: profile.edge ?? text(edge),
    active: profile === active,
  }));
}

function readProfile(name: string, profile: unknown): CliProfile {
  const fields = isObject(profile) ? profile : {};
  const [username, password] = [text(fields.apiKey), text(fields.apiSecret)];
  if (!username || !password) return inKeychain(name, profile);
  const kind = username.startsWith('AC') ? 'authToken' : 'apiKey';
  const problem = sidProblem(kind, username, true) ?? secretProblem(kind, password, true);
  if (problem !== undefined) return { ...commonFields(name, profile), problem };
  return { ...commonFields(name, profile), credentials: { kind, username, password } };
}

function inKeychain(name: string, profile: unknown): CliProfile {
  const problem = t(
    'Its secret is not in the file: older versions of the Twilio CLI stored it in the system’s keychain. Create the profile again with “twilio profiles:create”, or sign in with an API key.',
  );
  return { ...commonFields(name, profile), problem };
}

function commonFields(name: string, profile: unknown) {
  const { accountSid, region, edge } = isObject(profile) ? profile : {};
  return { name, active: false, accountSid: text(accountSid), region: text(region), edge: text(edge) };
}

function text(value: unknown): string | undefined {
  return (typeof value === 'string' && value.trim()) || undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
