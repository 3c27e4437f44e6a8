/** As much of the browser's types as the code needs that tests run in a page. */
export interface PageElement {
  readonly tagName: string;
  readonly className: string;
  readonly textContent: string | null;
  readonly children: Iterable<PageElement>;
  readonly ownerDocument: PageDocument;
  readonly tabIndex: number;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { left: number; right: number; top: number; bottom: number };
  compareDocumentPosition(other: PageElement): number;
  checkVisibility(options: { visibilityProperty: boolean }): boolean;
  contains(other: PageElement): boolean;
  closest(selectors: string): PageElement | null;
  matches(selectors: string): boolean;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement>;
}

export interface PageDocument {
  readonly defaultView: PageWindow;
  readonly body: PageElement;
  readonly activeElement: PageElement | null;
  hasFocus(): boolean;
  elementFromPoint(x: number, y: number): PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement>;
  createElement(name: 'canvas'): {
    getContext(kind: '2d', options: { willReadFrequently: boolean }): Painting | null;
  };
}

export interface Painting {
  fillStyle: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  getImageData(x: number, y: number, width: number, height: number): { data: Iterable<number> };
}

/** What the window hears of a click before the page does. */
export interface PageClick {
  readonly target: unknown;
  preventDefault(): void;
  stopImmediatePropagation(): void;
}

interface ListenerChange {
  (type: 'click', heard: (click: PageClick) => void, capture: true): void;
  (type: 'keyup', heard: (press: { readonly key: string }) => void, capture: true): void;
  (type: 'blur', heard: () => void, capture: false): void;
}

export interface PageWindow {
  addEventListener: ListenerChange;
  removeEventListener: ListenerChange;
  readonly innerWidth: number;
  readonly innerHeight: number;
  readonly MutationObserver: new (
    told: (
      changes: { addedNodes: Iterable<PageElement | { readonly textContent: string | null }> }[],
    ) => void,
  ) => { observe(target: PageElement, what: { childList: boolean; subtree?: boolean }): void };
  getComputedStyle(element: PageElement, part?: string): PageStyle;
}

/** The computed style, as far as it can show the focus. */
export interface PageStyle {
  readonly outlineStyle: string;
  readonly outlineWidth: string;
  readonly outlineColor: string;
  readonly outlineOffset: string;
  readonly boxShadow: string;
  readonly content: string;
  readonly inset: string;
  readonly borderTopWidth: string;
  readonly borderTopColor: string;
  readonly backgroundColor: string;
}
