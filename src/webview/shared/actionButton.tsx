import type { PageAction } from '../../protocol/actions.ts';
import { Icon } from './icon.tsx';
import { useSurroundings } from './pageContext.ts';

import './actionButton.css';

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
