import type { PageAction, RoomView } from '../../protocol.ts';
import { useSurroundings } from './context.ts';
import { CopyButton, useCopy } from './copying.tsx';
import { Icon } from './icon.tsx';

/** Longer names end in an ellipsis here; the property below has all of it. */
const TITLE_LENGTH = 300;

/** What the room is called, how it stands, and what can be done with it. */
export function Header({ room, loading }: { readonly room: RoomView; readonly loading: boolean }) {
  const { words } = useSurroundings();
  const title = room.title.length > TITLE_LENGTH ? `${room.title.slice(0, TITLE_LENGTH)}…` : room.title;
  return (
    <header class="room">
      <div class="title">
        <h1 tabIndex={-1}>
          <bdi>{title}</bdi>
        </h1>
        <span class={`status ${room.status.tone}`}>
          <Icon name={room.status.icon} />
          <bdi>{room.status.word}</bdi>
        </span>
      </div>
      <p class="headline">{room.headline}</p>
      {room.sid !== undefined && (
        <p class="sid">
          <code>
            <bdi>{room.sid}</bdi>
          </code>
          <CopyButton of="SID" request={{ type: 'action', action: 'copySid' }} />
        </p>
      )}
      <div class="actions">
        <CopyJsonButton />
        <ActionButton action="openJson" icon="json" label={words.openJson} />
        {room.sid !== undefined && (
          <ActionButton action="refresh" icon="refresh" label={words.refresh} busy={loading} />
        )}
      </div>
    </header>
  );
}

function CopyJsonButton() {
  const { words } = useSurroundings();
  const { icon, copy } = useCopy({ type: 'action', action: 'copyJson' });
  return (
    <button type="button" class="button" onClick={copy}>
      <Icon name={icon} />
      {words.copyJson}
    </button>
  );
}

interface ActionButtonProps {
  readonly action: PageAction;
  readonly label: string;
  readonly icon?: string;
  readonly busy?: boolean;
  readonly primary?: boolean;
}

/** A button that asks the host for one of its actions. */
export function ActionButton({ action, label, icon, busy = false, primary = false }: ActionButtonProps) {
  const { host } = useSurroundings();
  return (
    <button
      type="button"
      class={primary ? 'button primary' : 'button'}
      aria-busy={busy}
      onClick={() => void host.ask({ type: 'action', action })}
    >
      {busy ? <Icon name="loading" spin /> : icon && <Icon name={icon} />}
      {label}
    </button>
  );
}
