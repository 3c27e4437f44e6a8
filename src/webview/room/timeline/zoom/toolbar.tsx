import type { PageIcon } from '../../../../protocol/pageIcons.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { usePageContext, useTooltip } from '../../../shared/page/pageContext.ts';
import type { Zoom } from './useZoom.ts';
import { zoomStep } from './zoomKeys.ts';

import '../../../shared/components/toolButton.css';
import './toolbar.css';

/** Zoom buttons, for users without a wheel or trackpad. */
export function Toolbar({ zoom }: { readonly zoom: Zoom }) {
  const { labels } = usePageContext();
  return (
    <div class="tools">
      <Tool icon="zoom-out" label={labels.zoomOut} idle={zoom.isWhole} act={() => zoom.by(zoomStep)} />
      <Tool icon="zoom-in" label={labels.zoomIn} act={() => zoom.by(1 / zoomStep)} />
      <Tool icon="screen-full" label={labels.wholeCall} idle={zoom.isWhole} act={() => zoom.showWhole()} />
    </div>
  );
}

interface ToolProps {
  readonly icon: PageIcon;
  readonly label: string;
  readonly act: () => void;
  /** True if it would change nothing now; it can still have the focus. */
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
      {...useTooltip([{ text: label }])}
    >
      <Icon name={icon} />
    </button>
  );
}
