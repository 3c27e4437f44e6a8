import { type Disposable, commands as vscodeCommands } from 'vscode';
import { type CommandId, commands } from '../../ids.ts';

/** The handler of a command. */
export type Command = Parameters<typeof vscodeCommands.registerCommand>[1];

/** Registers every command; the handlers are loaded when the first one runs. */
export function registerCommands(
  load: () => Promise<{ readonly commands: Readonly<Record<CommandId, Command>> }>,
): Disposable[] {
  return Object.values(commands).map((id) =>
    vscodeCommands.registerCommand(id, async (...args: unknown[]) => (await load()).commands[id](...args)),
  );
}
