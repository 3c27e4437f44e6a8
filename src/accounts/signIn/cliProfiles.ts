import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { t } from '@vscode/l10n';
import { type QuickPickItem, window } from 'vscode';
import { escapeIcons } from '../../text/escape.ts';
import type { Explanation } from '../../text/explanation.ts';
import { joinSentences } from '../../text/joinText.ts';
import { plainText } from '../../text/plainText.ts';
import { type CliProfile, cliConfigFile, parseCliProfiles } from './readTwilioCli.ts';
import { originFor, regionInEffect } from './twilioRegion.ts';
import type { FoundCredentials } from './validateCredentials.ts';

/** A profile of the Twilio CLI that the user agreed to copy. */
export interface ChosenProfile {
  readonly name: string;
  readonly credentials: FoundCredentials;
  /** The address that the user agreed to. */
  readonly origin: string;
}

/**
 * Reads the CLI's file, lets the user pick a profile and asks whether its credentials may be copied. Resolves
 * to them, to an explanation if there are none, or to undefined if the user cancelled. The file is not
 * changed.
 */
export async function chooseCliProfile(
  environment: Readonly<Record<string, string | undefined>>,
  origin: string,
): Promise<ChosenProfile | Explanation | undefined> {
  const file = cliConfigFile(environment, homedir(), join);
  const profiles = await readProfiles(file);
  if ('title' in profiles) return profiles;
  const profile = await pick(profiles);
  if (!profile) return undefined;
  const { name, credentials, problem } = profile;
  if (!credentials) return noProfile(t('The profile “{0}” cannot be used', plainText(name)), problem ?? '');
  const place = regionInEffect(environment, profile);
  const regional = originFor(origin, place);
  if (typeof regional !== 'string') return regional;
  return (await mayCopy(profile, credentials, regional))
    ? { name, credentials, origin: regional }
    : undefined;
}

async function readProfiles(file: string): Promise<readonly CliProfile[] | Explanation> {
  let json: string;
  try {
    json = await readFile(file, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!missing) return noProfile(t('The Twilio CLI’s profiles cannot be read'), file);
    return noProfile(
      t('The Twilio CLI has no profiles on this machine'),
      t('{0} does not exist. “twilio login” creates it; TWILIO_CONFIG_DIR sets another folder.', file),
    );
  }
  const profiles = parseCliProfiles(json);
  if (!profiles)
    return noProfile(
      t('The Twilio CLI’s profiles cannot be read'),
      t('{0} is not a valid configuration file of the Twilio CLI.', file),
    );
  if (profiles.length === 0)
    return noProfile(
      t('The Twilio CLI has no profiles on this machine'),
      t('{0} contains no profiles. “twilio login” creates one.', file),
    );
  return profiles;
}

function noProfile(title: string, detail: string): Explanation {
  return { title, detail, steps: ['signIn'] };
}

async function pick(profiles: readonly CliProfile[]): Promise<CliProfile | undefined> {
  const items = profiles.map((profile): QuickPickItem & { profile: CliProfile } => {
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
  const choice = await window.showQuickPick(items, {
    title: t('Sign In to Twilio'),
    placeHolder: t('Which profile of the Twilio CLI?'),
    ignoreFocusOut: true,
  });
  return choice?.profile;
}

async function mayCopy(
  { name }: CliProfile,
  { username }: FoundCredentials,
  origin: string,
): Promise<boolean> {
  const yes = t('Copy and Sign In');
  const detail = joinSentences([
    t('{0} and its secret are checked at {1} and stored in the editor’s secret storage.', username, origin),
    t('The Twilio CLI’s file is not changed.'),
  ]);
  const question = t('Copy the profile “{0}” of the Twilio CLI?', plainText(name));
  return (await window.showInformationMessage(question, { modal: true, detail }, yes)) === yes;
}
