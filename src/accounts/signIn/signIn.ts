import { t } from '@vscode/l10n';
import { commands, window } from 'vscode';
import { commands as ids } from '../../ids.ts';
import { documentedOrigin, parseOrigin } from '../../insights/core/origin.ts';
import { escapeLinks } from '../../text/escape.ts';
import type { Explanation } from '../../text/explanation.ts';
import { joinSentences, joinTitle } from '../../text/joinText.ts';
import { sampleAccount } from '../account.ts';
import type { OtherMachine } from './cliFiles.ts';
import { chooseCliProfile } from './cliProfiles.ts';
import { pickMethod, type SignInMethod } from './pickMethod.ts';
import { promptCredentials } from './promptCredentials.ts';
import { type SignInDependencies, storeCredentials, tryCredentials } from './storeCredentials.ts';
import { originFor, regionInEffect } from './twilioRegion.ts';
import { type FoundCredentials, readEnvironment } from './validateCredentials.ts';
import { whereLooked } from './whereLooked.ts';

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
      detail: joinSentences([found.problem, whereLooked()]),
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

async function signInFromTwilioCli(
  deps: SignInDependencies,
  origin: string,
  machine?: OtherMachine,
): Promise<boolean> {
  const chosen = await chooseCliProfile(deps.environment, origin, machine);
  if (chosen === undefined) return false;
  if ('title' in chosen) {
    const { other } = chosen;
    return offerOtherWay(
      chosen,
      other && { label: other.label, run: () => signInFromTwilioCli(deps, origin, other) },
    );
  }
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

/** @param other another step to offer, which resolves to whether the user is signed in */
async function offerOtherWay(
  { title, detail }: Explanation,
  other?: { readonly label: string; readonly run: () => Promise<boolean> },
): Promise<boolean> {
  const otherWay = t('Sign In Another Way');
  const labels = [...(other ? [other.label] : []), otherWay];
  const answer = await window.showErrorMessage(escapeLinks(joinTitle(title, detail)), ...labels);
  if (other && answer === other.label) return other.run();
  if (answer === otherWay) await commands.executeCommand(ids.signIn);
  return false;
}
