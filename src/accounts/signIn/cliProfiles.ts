import { t } from '@vscode/l10n';
import { type QuickPickItem, window } from 'vscode';
import { escapeIcons } from '../../text/escape.ts';
import type { Explanation } from '../../text/explanation.ts';
import { joinSentences } from '../../text/joinText.ts';
import { plainText } from '../../text/plainText.ts';
import { type CliFile, type OtherMachine, otherMachine, ownCliFile } from './cliFiles.ts';
import { type CliProfile, parseCliProfiles } from './readTwilioCli.ts';
import { originFor, regionInEffect } from './twilioRegion.ts';
import type { FoundCredentials } from './validateCredentials.ts';
import { whereLooked } from './whereLooked.ts';

/** A profile of the Twilio CLI that the user agreed to copy. */
export interface ChosenProfile {
  readonly name: string;
  readonly credentials: FoundCredentials;
  /** The address that the user agreed to. */
  readonly origin: string;
}

/** Why no profile can be chosen, and where else one may be. */
export interface NoProfile extends Explanation {
  readonly other?: OtherMachine | undefined;
}

/**
 * Reads the CLI's file, lets the user pick a profile and asks whether its credentials may be copied. Resolves
 * to them, to an explanation if there are none, or to undefined if the user cancelled. The file is not
 * changed.
 * @param machine another machine than the one that the extension runs on
 */
export async function chooseCliProfile(
  environment: Readonly<Record<string, string | undefined>>,
  origin: string,
  machine?: OtherMachine,
): Promise<ChosenProfile | NoProfile | undefined> {
  const file = machine ? await machine.find() : ownCliFile(environment);
  if (!file)
    return noProfile(
      t('The other machine has no usable profiles of the Twilio CLI'),
      t('No user’s folder has a file .twilio-cli/config.json.'),
    );
  const profiles = await readProfiles(file);
  const other = machine ? undefined : otherMachine();
  if ('title' in profiles) {
    if (machine)
      return { ...profiles, title: t('The other machine has no usable profiles of the Twilio CLI') };
    return { ...profiles, detail: joinSentences([profiles.detail, whereLooked()]), other };
  }
  const profile = await pick(profiles, other);
  if (profile === 'other') return chooseCliProfile(environment, origin, other);
  if (!profile) return undefined;
  const { name, credentials, problem } = profile;
  if (!credentials) return noProfile(t('The profile “{0}” cannot be used', plainText(name)), problem ?? '');
  // The environment is that of the machine which the extension runs on.
  const regional = originFor(origin, regionInEffect(machine ? {} : environment, profile));
  if (typeof regional !== 'string') return regional;
  return (await mayCopy(profile, credentials, regional, regional === origin))
    ? { name, credentials, origin: regional }
    : undefined;
}

async function readProfiles({ path, read }: CliFile): Promise<readonly CliProfile[] | Explanation> {
  let profiles: readonly CliProfile[] | undefined;
  try {
    profiles = parseCliProfiles(await read());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOENT' && code !== 'FileNotFound')
      return noProfile(t('The Twilio CLI’s profiles cannot be read'), path);
    return noProfile(
      t('The Twilio CLI has no profiles on this machine'),
      t('{0} does not exist. “twilio login” creates it; TWILIO_CONFIG_DIR sets another folder.', path),
    );
  }
  if (!profiles)
    return noProfile(
      t('The Twilio CLI’s profiles cannot be read'),
      t('{0} is not a valid configuration file of the Twilio CLI.', path),
    );
  if (profiles.length === 0)
    return noProfile(
      t('The Twilio CLI has no profiles on this machine'),
      t('{0} contains no profiles. “twilio login” creates one.', path),
    );
  return profiles;
}

function noProfile(title: string, detail: string): Explanation {
  return { title, detail, steps: ['signIn'] };
}

async function pick(
  profiles: readonly CliProfile[],
  other: OtherMachine | undefined,
): Promise<CliProfile | 'other' | undefined> {
  type Item = QuickPickItem & { profile: CliProfile | 'other' };
  const items = profiles.map((profile): Item => {
    const { name, active, accountSid, region, edge, credentials, problem } = profile;
    const joinParts = (...parts: (string | undefined)[]) =>
      escapeIcons(plainText(parts.filter((part) => part !== undefined).join(' · ')));
    return {
      profile,
      label: escapeIcons(plainText(name)),
      description: joinParts(active ? t('active') : undefined, credentials?.username),
      detail: credentials ? joinParts(accountSid, region, edge) : `$(warning) ${problem}`,
    };
  });
  if (other) items.push({ profile: 'other', label: other.label, detail: whereLooked() });
  const choice = await window.showQuickPick(items, {
    title: t('Sign In to Twilio'),
    placeHolder: t('Which profile of the Twilio CLI?'),
    ignoreFocusOut: true,
  });
  return choice?.profile;
}

/** @param configured whether the address is that of the setting, not of the profile's region */
async function mayCopy(
  { name, region }: CliProfile,
  { username }: FoundCredentials,
  origin: string,
  configured: boolean,
): Promise<boolean> {
  const yes = t('Copy and Sign In');
  const detail = joinSentences([
    t('{0} and its secret are checked at {1} and stored in the editor’s secret storage.', username, origin),
    t('The Twilio CLI’s file is not changed.'),
    configured && region && region !== 'us1'
      ? t(
          'The profile is for the region {0}; the address is that of the setting videoRooms.apiBaseUrl or of the environment.',
          region,
        )
      : '',
  ]);
  const question = t('Copy the profile “{0}” of the Twilio CLI?', plainText(name));
  return (await window.showInformationMessage(question, { modal: true, detail }, yes)) === yes;
}
