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
      const { signIn } = await import('../accounts/signIn.ts');
      const tools = {
        accounts,
        baseUrl: () => workspace.getConfiguration().get(settings.apiBaseUrl, ''),
        environment: process.env,
        tryOut: session.tryOut.bind(session),
        report: session.report.bind(session),
      };
      const done = await signIn(tools, options?.method);
      await session.ready;
      return done;
    }),
    vscodeCommands.registerCommand(commands.signOut, async (options?: { confirm?: boolean }) => {
      if (!accounts.current) return false;
      if (options?.confirm !== false && !(await confirmSignOut(accounts))) return false;
      await accounts.signOut();
      await session.ready;
      return true;
    }),
    vscodeCommands.registerCommand(commands.exploreSample, async () => {
      await accounts.signIn(sampleAccount);
      await session.ready;
      await vscodeCommands.executeCommand(`${views.rooms}.focus`);
    }),
  ];
}

async function confirmSignOut({ current }: Accounts): Promise<boolean> {
  if (current?.kind === 'sample') return true; // Nothing is lost by it.
  const yes = t('Sign Out');
  const answer = await window.showWarningMessage(
    t('Sign out of {0}?', current?.id ?? ''),
    { modal: true, detail: t('The secret is deleted from this machine.') },
    yes,
  );
  return answer === yes;
}
