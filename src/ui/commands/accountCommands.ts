import { commands as vscodeCommands, workspace } from 'vscode';
import { sampleAccount } from '../../accounts/account.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { SignInMethod } from '../../accounts/signIn/pickMethod.ts';
import { commands, settings, views } from '../../ids.ts';
import type { ClientFactory } from '../session/clientFactory.ts';
import type { Session } from '../session/session.ts';

/**
 * Commands that sign in, sign out and switch accounts. To skip their prompts, pass `{ method }` to `signIn`,
 * `{ confirm: false }` to `signOut`, which then signs out of the active account, and an account's SID or name
 * to `switchAccount`.
 */
export function accountCommands(accounts: Accounts, clients: ClientFactory, session: Session) {
  return {
    [commands.signIn]: async (options?: { method?: SignInMethod }) => {
      const { signIn } = await import('../../accounts/signIn/signIn.ts');
      const deps = {
        accounts,
        baseUrl: () => String(workspace.getConfiguration().get(settings.apiBaseUrl) ?? ''),
        environment: process.env,
        tryOut: clients.tryOut.bind(clients),
        logError: session.logError,
      };
      const done = await signIn(deps, options?.method);
      await session.ready;
      return done;
    },
    [commands.signOut]: async (options?: { confirm?: boolean }) => {
      const { chooseToSignOut, signOut } = await import('../../accounts/manage/signOut.ts');
      const confirmed = options?.confirm === false;
      const account = confirmed ? accounts.current : await chooseToSignOut(accounts);
      const done = account !== undefined && (await signOut(accounts, account, confirmed));
      await session.ready;
      return done;
    },
    [commands.switchAccount]: async (wanted?: unknown) => {
      const { switchAccount, switchTo } = await import('../../accounts/manage/switchAccount.ts');
      // A button in the view's title passes the focused row, which is ignored.
      const done = await (typeof wanted === 'string' ? switchTo(accounts, wanted) : switchAccount(accounts));
      await session.ready;
      return done;
    },
    [commands.exploreSample]: async () => {
      await accounts.switchTo(sampleAccount);
      await session.ready;
      await vscodeCommands.executeCommand(`${views.rooms}.focus`);
      return true;
    },
  };
}
