import { useEffect, useState } from 'preact/hooks';
import type { PageIcon } from '../../../protocol/pageIcons.ts';
import type { Request } from '../page/host.ts';
import { usePageContext, useTooltip } from '../page/pageContext.ts';
import { Icon } from './icon.tsx';

import './copyButton.css';

const showOutcomeMs = 2000;

/**
 * Asks the host to copy. For a moment, `icon` shows the outcome (a check mark or an error); it is also
 * announced.
 */
export function useCopy(request: Request): { icon: PageIcon; copy: () => void } {
  const { host, announcer, labels } = usePageContext();
  const [outcome, setOutcome] = useState<{ readonly ok: boolean }>();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), showOutcomeMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    const ok = await host.ask(request);
    announcer.say(ok ? labels.copied : labels.copyFailed);
    setOutcome({ ok });
  };
  return { icon: !outcome ? 'copy' : outcome.ok ? 'check' : 'error', copy: () => void copy() };
}

interface CopyButtonProps {
  /** Label of the copied field. */
  readonly of: string;
  readonly request: Request;
  /** False inside the grid, where the cell is the tab stop. */
  readonly tabStop?: boolean;
}

/** The small copy button that follows a value. */
export function CopyButton({ of, request, tabStop = true }: CopyButtonProps) {
  const { labels } = usePageContext();
  const { icon, copy } = useCopy(request);
  const tip = useTooltip([{ text: labels.copyValue }]);
  return (
    <button
      type="button"
      class={icon === 'copy' ? 'copy' : 'copy outcome'}
      aria-label={`${labels.copyValue}: ${of}`}
      tabIndex={tabStop ? 0 : -1}
      onClick={copy}
      {...(tabStop ? tip : {})}
    >
      <Icon name={icon} />
    </button>
  );
}
