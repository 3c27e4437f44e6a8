import type { PageAction, PageIcon, RoomView, SavedView } from '../../protocol.ts';
import { useSurroundings } from './context.ts';
import { CopyButton, useCopy } from './copying.tsx';
import { Icon } from './icon.tsx';

/** Longer names end in an ellipsis here; the property below has all of it. */
const TITLE_LENGTH = 300;

interface HeaderProps {
  readonly room: RoomView;
  /** Where the room comes from a file: then there is nothing to refresh. */
  readonly saved: SavedView | undefined;
  readonly loading: boolean;
  /** Undefined where there is nothing to wait for. */
  readonly watched: boolean | undefined;
}

/** What the room is called, how it stands, and what can be done with it. */
export function Header({ room, saved, loading, watched }: HeaderProps) {
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
      {saved && (
        <p class="saved">
          <Icon name="archive" />
          <span>
            {saved.line}
            {saved.note !== undefined && <strong>{saved.note}</strong>}
          </span>
        </p>
      )}
      {room.sid !== undefined && (
        <p class="sid">
          <code>
            <bdi>{room.sid}</bdi>
          </code>
          <CopyButton of="SID" request={{ type: 'action', action: 'copySid' }} />
        </p>
      )}
      <div class="actions">
        <CopyingButton action="copyJson" label={words.copyJson} />
        <ActionButton action="openJson" icon="json" label={words.openJson} />
        {room.sid !== undefined && (
          <>
            <CopyingButton action="copyReport" label={words.copyReport} />
            {!saved && <ActionButton action="saveRoom" icon="save" label={words.saveRoom} />}
            {!saved && <ActionButton action="refresh" icon="refresh" label={words.refresh} busy={loading} />}
            {watched !== undefined && <WatchButton watched={watched} />}
          </>
        )}
      </div>
    </header>
  );
}

/** One button, which keeps the keyboard when it is pressed. */
function WatchButton({ watched }: { readonly watched: boolean }) {
  const { words } = useSurroundings();
  return (
    <ActionButton
      key="watch"
      action={watched ? 'stopWatching' : 'watch'}
      icon={watched ? 'eye-closed' : 'eye'}
      label={watched ? words.stopWatching : words.watch}
    />
  );
}

interface CopyingButtonProps {
  readonly action: PageAction;
  readonly label: string;
}

/** A button that has the host copy something, and shows whether it did. */
function CopyingButton({ action, label }: CopyingButtonProps) {
  const { icon, copy } = useCopy({ type: 'action', action });
  return (
    <button type="button" class="button" onClick={copy}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

interface ActionButtonProps {
  readonly action: PageAction;
  readonly label: string;
  readonly icon?: PageIcon;
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
