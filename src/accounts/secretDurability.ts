import { randomUUID } from 'node:crypto';
import type { Memento } from 'vscode';

const stateKey = 'storedSecrets';

interface State {
  /** By the id of each account whose secret was stored: the run of the extension that stored it. */
  readonly storedIn: Readonly<Record<string, string>>;
  /** A secret that was stored was gone in a later run, and none has been found again since. */
  readonly lost: boolean;
}

/**
 * Learns whether the secret storage keeps secrets beyond the end of a window. VS Code accepts secrets also where
 * it can keep them only in memory (no keyring, some browsers) and does not say so; the editor's state lasts.
 */
export class SecretDurability {
  readonly #state: Memento;
  readonly #logError: (error: unknown) => void;
  readonly #run = randomUUID();

  constructor(state: Memento, logError: (error: unknown) => void) {
    this.#state = state;
    this.#logError = logError;
  }

  /** False if a secret was lost before. */
  get lasts(): boolean {
    return !this.#read().lost;
  }

  /** A secret was stored. */
  async stored(id: string): Promise<void> {
    const { storedIn, lost } = this.#read();
    await this.#write({ storedIn: { ...storedIn, [id]: this.#run }, lost });
  }

  /** A secret was deleted by the user. */
  async deleted(id: string): Promise<void> {
    const { storedIn, lost } = this.#read();
    if (Object.hasOwn(storedIn, id)) await this.#write({ storedIn: without(storedIn, id), lost });
  }

  /**
   * A secret was read. One of an earlier run proves that secrets last. Never rejects: the secret is there, whether
   * or not the editor's state can be written.
   */
  async found(id: string): Promise<void> {
    const { storedIn, lost } = this.#read();
    const run = Object.hasOwn(storedIn, id) ? storedIn[id] : undefined;
    if (!lost || run === undefined || run === this.#run) return;
    await this.#write({ storedIn, lost: false }).catch(this.#logError);
  }

  /** A secret is gone. */
  async missing(id: string): Promise<void> {
    const { storedIn } = this.#read();
    if (Object.hasOwn(storedIn, id)) await this.#write({ storedIn: without(storedIn, id), lost: true });
  }

  #read(): State {
    const state: unknown = this.#state.get(stateKey);
    if (typeof state !== 'object' || state === null || !('storedIn' in state)) return nothingKnown;
    const { storedIn } = state;
    if (typeof storedIn !== 'object' || storedIn === null) return nothingKnown;
    const runs = Object.entries(storedIn).filter(([, run]) => typeof run === 'string');
    return { storedIn: Object.fromEntries(runs), lost: 'lost' in state && state.lost === true };
  }

  async #write(state: State): Promise<void> {
    const known = state.lost || Object.keys(state.storedIn).length > 0;
    await this.#state.update(stateKey, known ? state : undefined);
  }
}

const nothingKnown: State = { storedIn: {}, lost: false };

function without(storedIn: State['storedIn'], id: string): State['storedIn'] {
  return Object.fromEntries(Object.entries(storedIn).filter(([one]) => one !== id));
}
