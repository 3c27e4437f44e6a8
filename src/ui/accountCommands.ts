import { t } from '@vscode/l10n';
import { type Disposable, commands as vscodeCommands, window, workspace } from 'vscode';
import { type Accounts, sampleAccount } from '../accounts/accounts.ts';
import type { SignInMethod } from '../accounts/signIn.ts';
import { commands, settings, views } from '../ids.ts';
import type { Session } from './session.ts';

/**
 * Signing in and out. `signIn` takes `{ method }` and `signOut` takes
 * `{ confirm: false }`, so that they can be called without their questions.
 */
export function registerAccountCommands(accounts: Accounts, session: Session): Disposable[] {
  return [
    vscodeCommands.registerCommand(commands.signIn, async (options?: { method?: SignInMethod }) => {
      if (!(await mayReplace(session))) return false;
      const { signIn } = await import('../accounts/signIn.ts');
      const tools = {
        accounts,
        baseUrl: () => String(workspace.getConfiguration().get(settings.apiBaseUrl) ?? ''),
        environment: process.env,
        tryOut: session.tryOut.bind(session),
        report: session.report,
      };
      const done = await signIn(tools, options?.method);
      await session.ready;
      return done;
    }),
    vscodeCommands.registerCommand(commands.signOut, async (options?: { confirm?: boolean }) => {
      if (options?.confirm !== false && !(await confirmSignOut(session))) return false;
      await accounts.signOut();
      await session.ready;
      return true;
    }),
    vscodeCommands.registerCommand(commands.exploreSample, async () => {
      if (!(await mayReplace(session))) return false;
      await accounts.signIn(sampleAccount);
      await session.ready;
      await vscodeCommands.executeCommand(`${views.rooms}.focus`);
      return true;
    }),
  ];
}

/** Twilio shows the secret of a key only once: it is not deleted without asking. */
async function mayReplace({ account }: Session): Promise<boolean> {
  if (!account || account.kind === 'sample') return true;
  const yes = t('Go On');
  const detail = t(
    'You are signed in as {0}. Its secret is deleted from this machine when another account is signed in.',
    account.id,
  );
  return (await window.showWarningMessage(t('Change the account?'), { modal: true, detail }, yes)) === yes;
}

async function confirmSignOut({ account }: Session): Promise<boolean> {
  if (!account || account.kind === 'sample') return true; // Nothing is lost by it.
  const yes = t('Sign Out');
  const detail = t('The secret is deleted from this machine.');
  return (
    (await window.showWarningMessage(t('Sign out of {0}?', account.id), { modal: true, detail }, yes)) === yes
  );
}
