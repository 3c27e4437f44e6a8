import { t } from '@vscode/l10n';
import { commands, type QuickPickItem, window } from 'vscode';
import { commands as ids } from '../ids.ts';
import { isAbort } from '../insights/abort.ts';
import { documentedOrigin, parseOrigin } from '../insights/origin.ts';
import { type Explanation, explainFailure } from '../rooms/explainFailure.ts';
import { type Accounts, sampleAccount } from './accounts.ts';
import {
  type CredentialKind,
  type FoundCredentials,
  readEnvironment,
  secretProblem,
  sidProblem,
} from './credentialWords.ts';
import { ask } from './prompt.ts';
import type { StoredCredentials } from './storedCredentials.ts';

export type SignInMethod = CredentialKind | 'environment' | 'sample';

/** What signing in needs from the rest of the extension. */
export interface SignInTools {
  readonly accounts: Accounts;
  /** The setting `videoRooms.apiBaseUrl` as it is written. */
  readonly baseUrl: () => string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** One cheap request. @throws InsightsError */
  readonly tryOut: (credentials: StoredCredentials, signal: AbortSignal) => Promise<void>;
  readonly report: (error: unknown) => void;
}

/** Leads through signing in. Resolves to whether somebody is signed in at its end who was not before. */
export async function signIn(tools: SignInTools, method?: SignInMethod): Promise<boolean> {
  const origin = parseOrigin(tools.baseUrl().trim() || documentedOrigin);
  if (origin === undefined) {
    await window.showErrorMessage(
      t(
        'The setting videoRooms.apiBaseUrl is not an address that credentials may go to. It has to be https, without a path.',
      ),
    );
    return false;
  }
  for (;;) {
    const chosen = method ?? (await chooseMethod());
    if (chosen === undefined) return false;
    if (chosen === 'sample') {
      await tools.accounts.signIn(sampleAccount);
      return true;
    }
    if (chosen === 'environment') return signInFromEnvironment(tools, origin);
    const outcome = await typeCredentials(tools, chosen, origin);
    if (outcome !== 'back') return outcome;
    method = undefined;
  }
}

async function chooseMethod(): Promise<SignInMethod | undefined> {
  const choices: (QuickPickItem & { method: SignInMethod })[] = [
    {
      method: 'apiKey',
      label: t('$(key) API key'),
      description: t('recommended'),
      detail: t('The key’s SID (SK…) and its secret. Can be restricted and revoked on its own.'),
    },
    {
      method: 'authToken',
      label: t('$(account) Account SID and Auth Token'),
      detail: t('The account itself (AC…), with all its rights. Better kept for trying things out.'),
    },
    {
      method: 'environment',
      label: t('$(terminal) Environment variables'),
      detail: t('TWILIO_API_KEY and TWILIO_API_SECRET, or TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.'),
    },
    {
      method: 'sample',
      label: t('$(beaker) Sample rooms'),
      detail: t('Made-up rooms to look around in, without an account or a network.'),
    },
  ];
  const choice = await window.showQuickPick(choices, {
    title: t('Sign In to Twilio'),
    placeHolder: t('How do you want to sign in?'),
    ignoreFocusOut: true,
  });
  return choice?.method;
}

async function typeCredentials(
  tools: SignInTools,
  kind: CredentialKind,
  origin: string,
): Promise<boolean | 'back'> {
  let sid = '';
  for (;;) {
    const first = await ask({ ...sidStep(kind), value: sid });
    if (first === undefined || first === 'back') return first ?? false;
    sid = first.text;
    const check = async (secret: string, signal: AbortSignal) => {
      const explanation = await keep(tools, { kind, username: sid, password: secret }, origin, signal);
      return explanation && `${explanation.title}. ${explanation.detail}`;
    };
    const second = await ask({ ...secretStep(kind), check });
    if (second !== 'back') return second !== undefined;
  }
}

function sidStep(kind: CredentialKind) {
  const key = kind === 'apiKey';
  return {
    title: t('Sign In to Twilio'),
    step: 1,
    totalSteps: 2,
    prompt: key ? t('SID of the API key') : t('Account SID'),
    placeholder: key ? 'SK…' : 'AC…',
    problem: (typed: string, finished: boolean) => sidProblem(kind, typed, finished),
  };
}

function secretStep(kind: CredentialKind) {
  return {
    title: t('Sign In to Twilio'),
    step: 2,
    totalSteps: 2,
    prompt:
      kind === 'apiKey'
        ? t('Secret of the API key. It is kept in the editor’s secret storage only.')
        : t('Auth Token. It is kept in the editor’s secret storage only.'),
    placeholder: kind === 'apiKey' ? t('Secret') : t('Auth Token'),
    password: true,
    problem: (typed: string, finished: boolean) => secretProblem(kind, typed, finished),
  };
}

async function signInFromEnvironment(tools: SignInTools, origin: string): Promise<boolean> {
  const found = readEnvironment(tools.environment);
  const explanation: Explanation | undefined =
    'problem' in found
      ? { title: t('The environment holds no credentials'), detail: found.problem, steps: ['signIn'] }
      : await keep(tools, found, origin, new AbortController().signal);
  if (!explanation) return true;
  const otherWay = t('Sign In Another Way');
  const answer = await window.showErrorMessage(`${explanation.title}. ${explanation.detail}`, otherWay);
  if (answer === otherWay) await commands.executeCommand(ids.signIn);
  return false;
}

/** Tries the credentials and keeps them if they are good; else says what is wrong. */
async function keep(
  { accounts, tryOut, report }: SignInTools,
  { kind, username, password }: FoundCredentials,
  origin: string,
  signal: AbortSignal,
): Promise<Explanation | undefined> {
  const credentials = { username, password, origin };
  try {
    await tryOut(credentials, signal);
    signal.throwIfAborted();
  } catch (error) {
    if (!isAbort(error)) report(error);
    return explainFailure(error);
  }
  try {
    await accounts.signIn({ id: username, kind }, credentials);
    return undefined;
  } catch (error) {
    report(error);
    return {
      title: t('The secret could not be kept'),
      detail: t(
        'This machine’s secret storage refused it. On Linux it needs a keyring, such as GNOME Keyring.',
      ),
      steps: [],
    };
  }
}
