/** Milliseconds after which screen readers have noticed that the region was emptied. */
const pauseMs = 60;

/** Announces texts to screen readers through the page's only polite live region. */
export class Announcer {
  readonly #region: HTMLElement;
  #pending: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parent: HTMLElement) {
    this.#region = document.createElement('div');
    this.#region.className = 'visually-hidden';
    this.#region.setAttribute('role', 'status');
    this.#region.setAttribute('aria-live', 'polite');
    parent.append(this.#region);
  }

  /**
   * Announces the sentences after those that are pending. Empties the region first, so that a sentence is
   * announced again if it was the last one.
   */
  say(...sentences: readonly string[]): void {
    this.#pending.push(...sentences.filter((sentence) => sentence && !this.#pending.includes(sentence)));
    this.#region.textContent = '';
    this.#timer ??= setTimeout(() => this.#speak(), pauseMs);
  }

  /** Removes a pending sentence that no longer holds. */
  retract(sentence: string): void {
    this.#pending = this.#pending.filter((pending) => pending !== sentence);
  }

  /** Clears the region and all pending sentences, because they no longer hold. */
  hush(): void {
    this.#pending = [];
    this.#region.textContent = '';
  }

  #speak(): void {
    this.#timer = undefined;
    this.#region.textContent = this.#pending.splice(0).join(' ');
  }
}
