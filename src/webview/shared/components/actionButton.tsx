import type { PageAction, PageName } from '../../../protocol/actions.ts';
import type { PageIcon } from '../../../protocol/pageIcons.ts';
import { usePageContext } from '../page/pageContext.ts';
import { Icon } from './icon.tsx';

import './actionButton.css';

interface ActionButtonProps<Page extends PageName> {
  readonly action: PageAction<Page>;
  readonly label: string;
  readonly icon?: PageIcon;
  readonly busy?: boolean;
  readonly primary?: boolean;
}

/** A button that asks the host for an action of its page: `<ActionButton<'room'> action="copyJson" …>`. */
export function ActionButton<Page extends PageName = never>({
  action,
  label,
  icon,
  busy = false,
  primary = false,
}: ActionButtonProps<Page>) {
  const { host } = usePageContext();
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
