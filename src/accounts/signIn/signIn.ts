import { t } from '@vscode/l10n';
import { commands, window } from 'vscode';
import { commands as ids } from '../../ids.ts';
import { documentedOrigin, parseOrigin } from '../../insights/core/origin.ts';
import { escapeLinks } from '../../text/escape.ts';
import type { Explanation } from '../../text/explanation.ts';
import { sampleAccount } from '../account.ts';
import { chooseCliProfile } from './cliProfiles.ts';
import { pickMethod, type SignInMethod } from './pickMethod.ts';
import { promptCredentials } from './promptCredentials.ts';
import { type SignInDependencies, storeCredentials, tryCredentials } from './storeCredentials.ts';
import { originFor, regionInEffect } from './twilioRegion.ts';
import { type FoundCredentials, readEnvironment } from './validateCredentials.ts';

/** Runs the sign-in. Resolves to whether another account is active now, or the same with new credentials. */
export async function signIn(deps: SignInDependencies, method?: SignInMethod): Promise<boolean> {
  const origin = parseOrigin(deps.baseUrl().trim() || documentedOrigin);
  if (origin === undefined) {
    await window.showErrorMessage(
      t(
        'The setting videoRooms.apiBaseUrl is not an address that credentials can be sent to. It must use https and have no path.',
      ),
    );
    return false;
  }
  for (;;) {
    const chosen = method ?? (await pickMethod());
    switch (chosen) {
      case undefined:
        return false;
      case 'sample':
        await deps.accounts.switchTo(sampleAccount);
        return true;
      case 'environment':
        return signInFromEnvironment(deps, origin);
      case 'twilioCli':
        return signInFromTwilioCli(deps, origin);
      case 'apiKey':
      case 'authToken': {
        const outcome = await promptCredentials(deps, chosen, origin);
        if (outcome !== 'back') return outcome;
        method = undefined;
      }
    }
  }
}

async function signInFromEnvironment(deps: SignInDependencies, origin: string): Promise<boolean> {
  const found = readEnvironment(deps.environment);
  if ('problem' in found)
    return offerOtherWay({
      title: t('The environment contains no credentials'),
      detail: found.problem,
      steps: ['signIn'],
    });
  const regional = originFor(origin, regionInEffect(deps.environment));
  if (typeof regional !== 'string') return offerOtherWay(regional);
  if (regional !== origin && !(await agreesToRegion(found, regional))) return false;
  return signInWith(deps, found, regional);
}

/** Names the address of a region before anything is sent to it. */
async function agreesToRegion({ username }: FoundCredentials, origin: string): Promise<boolean> {
  const yes = t('Sign In');
  const question = t('Sign in at {0}?', origin);
  const detail = t(
    'TWILIO_REGION or TWILIO_EDGE is set. {0} and its secret are checked at this address and stored in the editor’s secret storage.',
    username,
  );
  return (await window.showInformationMessage(question, { modal: true, detail }, yes)) === yes;
}

async function signInFromTwilioCli(deps: SignInDependencies, origin: string): Promise<boolean> {
  const chosen = await chooseCliProfile(deps.environment, origin);
  if (chosen === undefined) return false;
  if ('title' in chosen) return offerOtherWay(chosen);
  return signInWith(deps, chosen.credentials, chosen.origin, chosen.name);
}

/** Signs in with credentials that were found on this machine. */
async function signInWith(
  deps: SignInDependencies,
  found: FoundCredentials,
  origin: string,
  label?: string,
): Promise<boolean> {
  const tried = await tryCredentials(deps, found, origin, new AbortController().signal);
  return 'good' in tried ? storeCredentials(deps, tried.good, label) : offerOtherWay(tried.explanation);
}

async function offerOtherWay({ title, detail }: Explanation): Promise<boolean> {
  const otherWay = t('Sign In Another Way');
  const answer = await window.showErrorMessage(escapeLinks(`${title}. ${detail}`), otherWay);
  if (answer === otherWay) await commands.executeCommand(ids.signIn);
  return false;
}
