import { placeTooltip } from './placeTooltip.ts';

/** One line of a tooltip; `code` marks names of the API. */
export interface TipLine {
  readonly text: string;
  readonly code?: boolean;
}

/** VS Code's default delay of hovers. */
const showAfterMs = 400;
/** Time to move the pointer from the anchor into the tooltip. */
const hideAfterMs = 200;

/**
 * The page's only tooltip. It is in the browser's top layer, so that no scrolling region clips it; the
 * pointer may move into it, and Escape closes it (WCAG 1.4.13). Screen readers get the same text as
 * descriptions.
 */
export class Tooltip {
  readonly #element: HTMLElement;
  #anchor: Element | undefined;
  #at: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parent: HTMLElement) {
    this.#element = document.createElement('div');
    this.#element.className = 'tooltip';
    this.#element.setAttribute('role', 'tooltip');
    this.#element.popover = 'manual';
    this.#element.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.#element.addEventListener('pointerleave', () => this.hideSoon());
    parent.append(this.#element);
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.hide();
    });
    // The capture phase also gets events of regions that scroll inside the page.
    document.addEventListener('scroll', (event) => this.#scrolled(event), { capture: true, passive: true });
    window.addEventListener('blur', () => this.hide());
    window.addEventListener('resize', () => this.hide());
  }

  /**
   * Shows the lines beside the anchor at once; without lines, hides the tooltip.
   * @param at position in a wide anchor, in pixels from the window's left edge
   */
  show(anchor: Element, lines: readonly TipLine[], at?: number): void {
    this.hide();
    if (lines.length === 0 || !anchor.isConnected) return;
    this.#anchor = anchor;
    this.#at = at;
    this.#element.replaceChildren(...lines.map(lineElement));
    this.#element.showPopover();
    this.#element.scrollTop = 0;
    this.#place(anchor);
  }

  /** Shows the tooltip after a delay, unless the pointer has moved on. */
  showSoon(anchor: Element, lines: () => readonly TipLine[], at?: number): void {
    clearTimeout(this.#timer);
    if (anchor === this.#anchor) return;
    this.#timer = setTimeout(() => this.show(anchor, lines(), at), showAfterMs);
  }

  hideSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), hideAfterMs);
  }

  hide(): void {
    clearTimeout(this.#timer);
    if (!this.#anchor) return;
    this.#anchor = undefined;
    this.#element.hidePopover();
    this.#element.replaceChildren();
  }

  #scrolled(event: Event): void {
    if (!this.#anchor || event.target === this.#element) return;
    // Moving the focus scrolls its target into view just after the tooltip opens.
    if (this.#anchor.matches(':focus-visible')) this.#place(this.#anchor);
    else this.hide();
  }

  #place(anchor: Element): void {
    const space = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const tip = this.#element.getBoundingClientRect();
    const { left: edge, top: upper, width, height } = anchor.getBoundingClientRect();
    const box = { left: this.#at ?? edge, top: upper, width, height };
    const { left, top } = placeTooltip(box, tip, space);
    this.#element.style.setProperty('left', `${left}px`);
    this.#element.style.setProperty('top', `${top}px`);
  }
}

function lineElement(line: TipLine): HTMLElement {
  const element = document.createElement(line.code ? 'code' : 'p');
  element.textContent = line.text;
  return element;
}
