import { Disposable, type LanguageModelTool, lm } from 'vscode';
import { tools } from '../../ids.ts';
import type { AssistantDependencies } from './toolTypes.ts';

/** Loads a tool on its first call, so that `activate` does not wait for its code. */
type Load = () => Promise<LanguageModelTool<unknown>>;

/**
 * Registers the tools with which an assistant reads rooms to answer questions about a call. They change
 * nothing, and return names only if the user allows it.
 */
export function registerAssistantTools(loadDeps: () => Promise<AssistantDependencies>): Disposable[] {
  // Some editors that run VS Code extensions have no language model tools.
  if (!lm?.registerTool) return [];
  let assistant: Promise<import('./roomTools.ts').RoomTools> | undefined;
  const loaded = () => {
    assistant ??= Promise.all([import('./roomTools.ts'), loadDeps()]).then(
      ([{ RoomTools }, deps]) => new RoomTools(deps),
    );
    return assistant;
  };
  const register = (name: string, load: Load) =>
    lm.registerTool<unknown>(name, {
      prepareInvocation: async (options, token) => (await load()).prepareInvocation?.(options, token),
      invoke: async (options, token) => (await load()).invoke(options, token),
    });
  return [
    register(tools.listRooms, async () => (await loaded()).listRooms),
    register(tools.getRoom, async () => (await loaded()).getRoom),
    register(tools.explainRoom, async () => (await loaded()).explainRoom),
    new Disposable(() => void assistant?.then((one) => one.dispose())),
  ];
}
