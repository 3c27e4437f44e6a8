import { useEffect, useState } from 'preact/hooks';
import type { PageIcon } from '../../protocol.ts';
import { useSurroundings, useTip } from './context.ts';
import type { Request } from './host.ts';
import { Icon } from './icon.tsx';

const SHOW_OUTCOME_MS = 2000;

/**
 * Asks the host to copy. `icon` tells how it went for a moment (a check mark, an
 * error), and screen readers hear it.
 */
export function useCopy(request: Request): { icon: PageIcon; copy: () => void } {
  const { host, announcer, words } = useSurroundings();
  const [outcome, setOutcome] = useState<{ readonly ok: boolean }>();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), SHOW_OUTCOME_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    const ok = await host.ask(request);
    announcer.say(ok ? words.copied : words.copyFailed);
    setOutcome({ ok });
  };
  return { icon: !outcome ? 'copy' : outcome.ok ? 'check' : 'error', copy: () => void copy() };
}

interface CopyButtonProps {
  /** What is copied, in words: the label of its field. */
  readonly of: string;
  readonly request: Request;
  /** False inside the grid, where the cell is what the keyboard reaches. */
  readonly tabStop?: boolean;
}

/** The small copy button that follows a value. */
export function CopyButton({ of, request, tabStop = true }: CopyButtonProps) {
  const { words } = useSurroundings();
  const { icon, copy } = useCopy(request);
  const tip = useTip([{ text: words.copyValue }]);
  return (
    <button
      type="button"
      class={icon === 'copy' ? 'copy' : 'copy told'}
      aria-label={`${words.copyValue}: ${of}`}
      tabIndex={tabStop ? 0 : -1}
      onClick={copy}
      {...(tabStop ? tip : {})}
    >
      <Icon name={icon} />
    </button>
  );
}
