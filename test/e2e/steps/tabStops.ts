import type { CDPSession, Page } from 'playwright-core';
import type { PageElement, PageStyle } from './dom.ts';
import type { RoomPage } from './roomPage.ts';

/** What Tab comes by in a page, and what is wrong with it: nothing, if all is well. */
export interface TabRound {
  /** The stops in their order. */
  readonly stops: readonly string[];
  readonly problems: readonly string[];
}

/** As much contrast as WCAG 1.4.11 asks of what shows the focus. */
const leastContrast = 3;

/**
 * Goes through a page with Tab, from its heading to where the keyboard leaves it. Each stop has to show that it has the
 * keyboard, in a colour that stands out, be in sight, and stand in the page behind the one before; and each element that
 * could be reached has to be.
 */
export async function tabRound(page: Page, shown: RoomPage): Promise<TabRound> {
  const html = shown.locator('html');
  await html.evaluate(prepare, leastContrast);
  await shown.locator('h1').first().focus();
  await html.evaluate((root) => root.begin());
  const keyboard = await page.context().newCDPSession(page);
  let left = false;
  for (let presses = 0; presses < 300 && !left; presses += pressesAtOnce) {
    await pressTab(keyboard, pressesAtOnce);
    left = await html.evaluate((root): boolean => root.isLeft());
  }
  await keyboard.detach();
  return html.evaluate((root): TabRound => root.end());
}

/** Those past the last stop go on through the window, which nobody looks at. */
const pressesAtOnce = 20;

/**
 * Presses Tab several times, each key going down and up before the next one, and resolves when the page has seen all of
 * them: it looks at each stop itself, which saves asking it after every key.
 */
async function pressTab(keyboard: CDPSession, times: number): Promise<void> {
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  const strokes = Array.from({ length: times }, () => [
    keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
    keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
  ]);
  await Promise.all(strokes.flat());
}

/**
 * Runs in the page: gives its root `begin`, from which on it looks at what has the focus after each key and when the
 * keyboard leaves the page; `isLeft`; and `end`, which says what there was.
 */
function prepare(root: PageElement, least: number): void {
  const page = root.ownerDocument;
  const view = page.defaultView;
  const problems: string[] = [];
  const visited = new Set<PageElement>();
  let last: { element: PageElement; looks: string } | undefined;

  const nameOf = (element: PageElement) =>
    `${element.tagName.toLowerCase()}.${element.className} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`;
  const marks = (style: PageStyle) => [
    style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor} ${style.outlineOffset}`,
    style.boxShadow,
    style.content === 'none' ? '' : `${style.inset} ${style.borderTopWidth} ${style.borderTopColor}`,
  ];
  const drawn = (element: PageElement) =>
    [element, ...element.querySelectorAll('.bar')].flatMap((one) =>
      [undefined, '::after'].map((part) => view.getComputedStyle(one, part)),
    );
  const looksOf = (element: PageElement) => drawn(element).map(marks).join('|');
  const canvas = page.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (...layers: string[]): number[] => {
    if (!canvas) return [0, 0, 0];
    for (const layer of layers) {
      canvas.fillStyle = layer;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (channels: number[]) => {
    const [red = 0, green = 0, blue = 0] = channels
      .map((channel) => channel / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paper = view.getComputedStyle(page.body).backgroundColor;
  const contrast = (colour: string) => {
    const [one = 0, other = 0] = [luminance(rgb(paper, colour)), luminance(rgb(paper))].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  };
  const best = (element: PageElement) => {
    const colours = drawn(element).flatMap((style) => [
      ...(style.outlineStyle === 'none' ? [] : [style.outlineColor]),
      ...(style.content === 'none' || style.content === 'normal' ? [] : [style.borderTopColor]),
    ]);
    return Math.max(0, ...colours.map(contrast));
  };
  const inSight = (element: PageElement) => {
    const box = element.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, view.innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, view.innerHeight)];
    if (left >= right || top >= bottom) return false;
    return [0.2, 0.5, 0.8].some((share) => {
      const hit = page.elementFromPoint(left + (right - left) * share, (top + bottom) / 2);
      return (
        hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('.tooltip') !== null)
      );
    });
  };

  const stops: string[] = [];
  let left = false;
  const look = () => {
    if (left) return;
    const element = page.hasFocus() && page.activeElement !== page.body ? page.activeElement : null;
    if (last && last.element !== element && last.looks === looksOf(last.element))
      problems.push(`looks the same without the keyboard: ${nameOf(last.element)} (${last.looks})`);
    left = !element;
    if (!element) return;
    if (last && !(last.element.compareDocumentPosition(element) & 4))
      problems.push(`stands before ${nameOf(last.element)}: ${nameOf(element)}`);
    const stands = best(element);
    if (stands < least) problems.push(`contrast ${stands.toFixed(2)} of the mark: ${nameOf(element)}`);
    if (!inSight(element)) problems.push(`is not in sight: ${nameOf(element)}`);
    visited.add(element);
    last = { element, looks: looksOf(element) };
    stops.push(nameOf(element));
  };
  const onKey = ({ key }: { readonly key: string }) => {
    if (key === 'Tab') look();
  };

  Object.assign(root, {
    begin: () => {
      // When a key comes up, what it did is done: the page has scrolled to what has the focus.
      view.addEventListener('keyup', onKey, true);
      view.addEventListener('blur', look, false);
    },
    isLeft: () => left,
    end: () => {
      view.removeEventListener('keyup', onKey, true);
      view.removeEventListener('blur', look, false);
      const reachable = [...page.querySelectorAll('button, summary, [tabindex]')].filter(
        (one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }),
      );
      const missed = reachable.filter((one) => !visited.has(one));
      return { stops, problems: [...problems, ...missed.map((one) => `is never reached: ${nameOf(one)}`)] };
    },
  });
}
