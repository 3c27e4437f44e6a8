import { type Disposable, commands as vscodeCommands } from 'vscode';
import { type CommandId, commands } from '../../ids.ts';

/** What a command does; resolves to what it is called for. */
export type Command = Parameters<typeof vscodeCommands.registerCommand>[1];

/** Registers every command; what they do is loaded with the first that runs. */
export function registerCommands(
  load: () => Promise<{ readonly commands: Readonly<Record<CommandId, Command>> }>,
): Disposable[] {
  return Object.values(commands).map((id) =>
    vscodeCommands.registerCommand(id, async (...given: unknown[]) => (await load()).commands[id](...given)),
  );
}
