import type { PageIcon } from '../../../protocol.ts';
import { useSurroundings, useTip } from '../context.ts';
import { Icon } from '../icon.tsx';
import type { Zoom } from './zoom.ts';
import { ZOOM_STEP } from './zoomKeys.ts';

/** What can be done with the view, for who has neither wheel nor trackpad. */
export function Toolbar({ zoom }: { readonly zoom: Zoom }) {
  const { words } = useSurroundings();
  return (
    <div class="tools">
      <Tool icon="zoom-out" label={words.zoomOut} idle={zoom.isWhole} act={() => zoom.by(ZOOM_STEP)} />
      <Tool icon="zoom-in" label={words.zoomIn} act={() => zoom.by(1 / ZOOM_STEP)} />
      <Tool icon="screen-full" label={words.wholeCall} idle={zoom.isWhole} act={() => zoom.showWhole()} />
    </div>
  );
}

interface ToolProps {
  readonly icon: PageIcon;
  readonly label: string;
  readonly act: () => void;
  /** It would change nothing now; it keeps the focus all the same. */
  readonly idle?: boolean;
}

function Tool({ icon, label, act, idle = false }: ToolProps) {
  return (
    <button
      type="button"
      class="tool"
      aria-label={label}
      aria-disabled={idle}
      onClick={() => {
        if (!idle) act();
      }}
      {...useTip([{ text: label }])}
    >
      <Icon name={icon} />
    </button>
  );
}
