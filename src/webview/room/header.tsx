import type { PageAction } from '../../protocol/actions.ts';
import type { RoomView, SavedView } from '../../protocol/roomPage.ts';
import { truncate } from '../../unicode/truncate.ts';
import { ActionButton } from '../shared/components/actionButton.tsx';
import { CopyButton, useCopy } from '../shared/components/copyButton.tsx';
import { Icon } from '../shared/components/icon.tsx';
import { usePageContext } from '../shared/page/pageContext.ts';

import '../shared/page/pageHeader.css';
import './header.css';

/** Longer names are truncated here; the property below has the full name. */
const maxTitleLength = 300;

interface HeaderProps {
  readonly room: RoomView;
  /** Set if the room comes from a file, which cannot be refreshed. */
  readonly saved: SavedView | undefined;
  readonly loading: boolean;
  /** Undefined if the room cannot be watched. */
  readonly watched: boolean | undefined;
}

/** The room's name, status and actions. */
export function Header({ room, saved, loading, watched }: HeaderProps) {
  const { labels } = usePageContext();
  const title = truncate(room.title, maxTitleLength);
  return (
    <header class="room">
      <div class="title">
        <h1 tabIndex={-1}>
          <bdi>{title}</bdi>
        </h1>
        <span class={`status ${room.status.tone}`}>
          <Icon name={room.status.icon} />
          <bdi>{room.status.label}</bdi>
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
        <CopyingButton action="copyJson" label={labels.copyJson} />
        <ActionButton<'room'> action="openJson" icon="json" label={labels.openJson} />
        {room.sid !== undefined && (
          <>
            <CopyingButton action="copyReport" label={labels.copyReport} />
            {!saved && <ActionButton<'room'> action="saveRoom" icon="save" label={labels.saveRoom} />}
            {!saved && (
              <ActionButton<'room'> action="refresh" icon="refresh" label={labels.refresh} busy={loading} />
            )}
            {watched !== undefined && <WatchButton watched={watched} />}
          </>
        )}
      </div>
    </header>
  );
}

/** One button for both actions, so that it retains the focus when it is pressed. */
function WatchButton({ watched }: { readonly watched: boolean }) {
  const { labels } = usePageContext();
  return (
    <ActionButton<'room'>
      key="watch"
      action={watched ? 'stopWatching' : 'watch'}
      icon={watched ? 'eye-closed' : 'eye'}
      label={watched ? labels.stopWatching : labels.watch}
    />
  );
}

interface CopyingButtonProps {
  readonly action: PageAction<'room'>;
  readonly label: string;
}

/** A button that asks the host to copy, and shows the outcome. */
function CopyingButton({ action, label }: CopyingButtonProps) {
  const { icon, copy } = useCopy({ type: 'action', action });
  return (
    <button type="button" class="button" onClick={copy}>
      <Icon name={icon} />
      {label}
    </button>
  );
}
