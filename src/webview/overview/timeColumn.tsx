import type { StackView, TimeColumnView } from '../../protocol/overview.ts';
import { memo } from '../shared/components/memo.tsx';
import { useTooltip } from '../shared/page/pageContext.ts';

import './timeColumn.css';

interface TimeColumnProps {
  readonly column: TimeColumnView;
  /** Says what a click does, for the accessible name. */
  readonly showThese: string;
  readonly tabIndex: number;
  readonly onFocusIn: () => void;
  readonly onClick: (event: MouseEvent) => void;
}

/** One time slot: a button as high as the plot, so that a low bar is as easy to hit as a high one. */
export function TimeColumn({ column, showThese, ...stop }: TimeColumnProps) {
  const { lines, stacks, missing, empty, chosen } = column;
  const tip = useTooltip(lines.map((text) => ({ text })));
  const name = empty ? lines.join(', ') : `${lines.join(', ')}. ${showThese}`;
  return (
    <button
      type="button"
      class={missing ? 'column missing' : 'column'}
      aria-pressed={chosen}
      aria-disabled={empty && !chosen}
      aria-label={name}
      {...stop}
      {...tip}
    >
      <Stacks stacks={stacks} />
    </button>
  );
}

const Stacks = memo(({ stacks }: { readonly stacks: readonly StackView[] }) => (
  <>
    {stacks.map(({ bad, fine, unknown, beyond }, pane) => (
      <span key={pane} class="pane">
        {beyond !== undefined && <span class="beyond">{beyond}</span>}
        <span class={beyond === undefined ? 'stack' : 'stack cut'}>
          {unknown > 0 && <span class="unknown" style={{ height: `${unknown * 100}%` }} />}
          {fine > 0 && <span class="fine" style={{ height: `${fine * 100}%` }} />}
          {bad > 0 && <span class="bad" style={{ height: `${bad * 100}%` }} />}
        </span>
      </span>
    ))}
  </>
));
