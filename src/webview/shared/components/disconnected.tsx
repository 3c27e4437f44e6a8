import type { PersistedState } from '../../../protocol/messages.ts';
import { Icon } from './icon.tsx';

import './actionButton.css';
import './failure.css';

/**
 * The banner of a page whose host does not reply. Its texts are attributes of the document, because a page that never
 * had a state has no labels. Its button is a link to a command, which VS Code runs itself.
 * @param persisted the room that the page shows
 */
export function Disconnected({ persisted }: { readonly persisted: PersistedState | undefined }) {
  const { title, detail, openAgain, command } = document.body.dataset;
  return (
    <div class="banner disconnected" role="alert">
      <Icon name="warning" />
      <div class="text">
        <p class="what">{title}</p>
        <p class="why">{detail}</p>
      </div>
      {command && (
        <div class="actions">
          <a class="button primary" href={commandUri(command, persisted)}>
            {openAgain}
          </a>
        </div>
      )}
    </div>
  );
}

/** The command, with the room's SID and the word that its page is open already. */
function commandUri(command: string, persisted: PersistedState | undefined): string {
  if (!persisted) return command;
  return `${command}?${encodeURIComponent(JSON.stringify([persisted.roomSid, 'again']))}`;
}
