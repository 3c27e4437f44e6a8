/** Long enough for a region that was emptied to be noticed as such, in milliseconds. */
const pauseMs = 60;

/** Speaks to screen readers, through the page's only polite live region. */
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
   * Says these, one after the other, after what was said the moment before. Says them also when they were the
   * last thing said: the region is emptied before.
   */
  say(...sentences: readonly string[]): void {
    this.#pending.push(...sentences.filter((sentence) => sentence && !this.#pending.includes(sentence)));
    this.#region.textContent = '';
    this.#timer ??= setTimeout(() => this.#speak(), pauseMs);
  }

  /** Does not say what was about to be said and is over already. */
  retract(sentence: string): void {
    this.#pending = this.#pending.filter((pending) => pending !== sentence);
  }

  /** Takes back what was said last: it does not hold any more. */
  hush(): void {
    this.#pending = [];
    this.#region.textContent = '';
  }

  #speak(): void {
    this.#timer = undefined;
    this.#region.textContent = this.#pending.splice(0).join(' ');
  }
}
