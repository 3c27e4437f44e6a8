import { Disposable, type LanguageModelTool, lm } from 'vscode';
import { LazyValue } from '../../async/lazyValue.ts';
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
  const assistant = new LazyValue(async () => {
    const [{ RoomTools }, deps] = await Promise.all([import('./roomTools.ts'), loadDeps()]);
    return new RoomTools(deps);
  });
  const loaded = () => assistant.get();
  const register = (name: string, load: Load) =>
    lm.registerTool<unknown>(name, {
      prepareInvocation: async (options, token) => (await load()).prepareInvocation?.(options, token),
      invoke: async (options, token) => (await load()).invoke(options, token),
    });
  return [
    register(tools.listRooms, async () => (await loaded()).listRooms),
    register(tools.getRoom, async () => (await loaded()).getRoom),
    register(tools.explainRoom, async () => (await loaded()).explainRoom),
    new Disposable(() => void assistant.ifLoaded((one) => one.dispose())),
  ];
}
