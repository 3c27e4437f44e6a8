import { type FunctionComponent, render } from 'preact';
import type { HostMessage, PersistedState } from '../../../protocol/messages.ts';
import type { PageState } from '../../../protocol/roomPage.ts';
import { Announcer } from './announcer.ts';
import { Host } from './host.ts';
import { isHostMessage } from './isHostMessage.ts';
import { PageContext } from './pageContext.ts';
import { shareStructure } from './structuralSharing.ts';
import { Tooltip } from './tooltip.ts';

import './tooltip.css';

/** How often a visible page checks whether its host still replies, in milliseconds. */
const checkVisibleMs = 20_000;

/**
 * Starts a page: requests the state from the panel and renders each state that it gets.
 * @param Disconnected shown above it while its host does not reply
 */
export function startPage(
  View: FunctionComponent<{ readonly state: PageState }>,
  Disconnected: FunctionComponent<{ readonly persisted: PersistedState | undefined }>,
): void {
  const banner = document.createElement('div');
  const root = document.createElement('div');
  document.body.append(banner, root);
  const host = new Host(acquireVsCodeApi(), showConnection);
  const announcer = new Announcer(document.body);
  const tooltip = new Tooltip(document.body);
  let shown: PageState | undefined;

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isHostMessage(data)) receive(data);
  });
  // Also without a request: a page that nobody updates must not look as if it were up to date.
  setInterval(() => document.visibilityState === 'visible' && host.check(), checkVisibleMs);
  window.addEventListener('focus', () => host.check());
  host.ready(new Intl.DateTimeFormat().resolvedOptions().timeZone);

  function receive(message: HostMessage): void {
    host.heard();
    switch (message.type) {
      case 'state':
        if (message.persist) host.persist(message.persist);
        show(message.state);
        break;
      case 'answer':
        host.answered(message.request, message.ok);
        break;
      default:
        message satisfies never;
    }
  }

  function showConnection(connected: boolean): void {
    render(connected ? null : <Disconnected persisted={host.persisted} />, banner);
  }

  function show(state: PageState): void {
    const before = shown?.room?.sid;
    shown = shareStructure(shown, state);
    document.documentElement.lang = shown.locale;
    // Must not take the focus if the user works elsewhere in the window.
    const hadFocus = document.hasFocus() && root.contains(document.activeElement);
    render(
      <PageContext.Provider value={{ labels: shown.labels, host, announcer, tooltip }}>
        <View state={shown} />
      </PageContext.Provider>,
      root,
    );
    // Another room starts at the top.
    if (before !== shown.room?.sid) scrollTo({ top: 0 });
    // If the focused element was removed, as a button with its failure, the focus moves to the heading.
    if (hadFocus && !root.contains(document.activeElement)) root.querySelector('h1')?.focus();
  }
}
