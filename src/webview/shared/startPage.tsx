import { type FunctionComponent, render } from 'preact';
import type { ToPage } from '../../protocol/messages.ts';
import type { PageState } from '../../protocol/roomPage.ts';
import { Announcer } from './announcer.ts';
import { Host } from './host.ts';
import { isToPage } from './isHostMessage.ts';
import { SurroundingsContext } from './pageContext.ts';
import { keepSame } from './structuralSharing.ts';
import { Tooltip } from './tooltip.ts';

import './tooltip.css';

/** Starts a page: asks the panel for its state, and draws that and all that follow. */
export function boot(View: FunctionComponent<{ readonly state: PageState }>): void {
  const root = document.createElement('div');
  document.body.append(root);
  const host = new Host(acquireVsCodeApi());
  const announcer = new Announcer(document.body);
  const tooltip = new Tooltip(document.body);
  let shown: PageState | undefined;

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isToPage(data)) receive(data);
  });
  host.ready();

  function receive(message: ToPage): void {
    switch (message.type) {
      case 'state':
        if (message.keep) host.keep(message.keep);
        show(message.state);
        break;
      case 'answer':
        host.answered(message.request, message.ok);
        break;
      default:
        message satisfies never;
    }
  }

  function show(state: PageState): void {
    const before = shown?.room?.sid;
    shown = keepSame(shown, state);
    document.documentElement.lang = shown.locale;
    // A window in which somebody types elsewhere must not take the keyboard away from them.
    const hadFocus = document.hasFocus() && root.contains(document.activeElement);
    render(
      <SurroundingsContext.Provider value={{ words: shown.words, host, announcer, tooltip }}>
        <View state={shown} />
      </SurroundingsContext.Provider>,
      root,
    );
    // Another room is read from its beginning.
    if (before !== shown.room?.sid) scrollTo({ top: 0 });
    // Where the focused button went away with its failure, the keyboard starts at the heading.
    if (hadFocus && !root.contains(document.activeElement)) root.querySelector('h1')?.focus();
  }
}
