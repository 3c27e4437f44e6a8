import { Disposable, type LanguageModelTool, lm } from 'vscode';
import { tools } from '../../ids.ts';
import type { AssistantDependencies } from './toolTypes.ts';

/** The tools' code is loaded with the first question: `activate` does not wait for it. */
type Load = () => Promise<LanguageModelTool<unknown>>;

/**
 * Tools with which an assistant reads rooms when somebody asks it about a call.
 * They change nothing, and give names only where the user allows it.
 */
export function registerAssistantTools(sources: () => Promise<AssistantDependencies>): Disposable[] {
  // Some editors that run extensions for VS Code have no such tools.
  if (!lm?.registerTool) return [];
  let assistant: Promise<import('./roomTools.ts').RoomTools> | undefined;
  const loaded = () => {
    assistant ??= Promise.all([import('./roomTools.ts'), sources()]).then(
      ([{ RoomTools }, from]) => new RoomTools(from),
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
