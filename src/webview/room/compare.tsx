// biome-ignore-all lint/a11y/useSemanticElements: the style sheet lays every table out as the participants' grid
// biome-ignore-all lint/a11y/useFocusableInteractive: header cells that do nothing need no focus
import type { CompareRowView, CompareView } from '../../protocol/roomPage.ts';
import { ActionButton } from '../shared/components/actionButton.tsx';
import { Icon } from '../shared/components/icon.tsx';
import { usePageContext, useTooltip } from '../shared/page/pageContext.ts';

import '../shared/components/label.css';
import '../shared/page/pageHeader.css';
import './compare.css';

/** The differences between two rooms or two participants, side by side. */
export function Compare({ compare }: { readonly compare: CompareView }) {
  const { labels } = usePageContext();
  return (
    <>
      <header class="room">
        <h1 tabIndex={-1}>
          <Title compare={compare} side={0} /> <Icon name="compare-changes" />{' '}
          <Title compare={compare} side={1} />
        </h1>
        <p class="headline">{compare.summary}</p>
        <div class="actions">
          <ActionButton<'compare'> action="compareJson" icon="diff" label={labels.compareJson} />
        </div>
      </header>
      {compare.rows.length > 0 && (
        <div class="compare" role="table" aria-label={compare.summary}>
          <div role="rowgroup">
            <div role="row">
              <span role="columnheader">{labels.property}</span>
              {compare.titles.map((title, side) => (
                <span key={side} role="columnheader">
                  <bdi>{title}</bdi>
                </span>
              ))}
            </div>
          </div>
          <div role="rowgroup">
            {compare.rows.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </div>
        </div>
      )}
    </>
  );
}

/** A title, with the full identity on hover if the title is only its label. */
function Title({ compare, side }: { readonly compare: CompareView; readonly side: 0 | 1 }) {
  const [title, full] = [compare.titles[side], compare.fullTitles?.[side]];
  const tip = useTooltip(full === undefined || full === title ? [] : [{ text: full }]);
  return <bdi {...tip}>{title}</bdi>;
}

function Row({ row }: { readonly row: CompareRowView }) {
  const { tooltip } = usePageContext();
  const explained = [{ text: row.meaning }, { text: row.key, code: true }];
  return (
    <div role="row">
      <span role="rowheader">
        <button
          type="button"
          class="label"
          onClick={(event) => tooltip.show(event.currentTarget, explained)}
          {...useTooltip(explained)}
        >
          {row.label}
        </button>
      </span>
      <span role="cell">
        <bdi>{row.left}</bdi>
      </span>
      <span role="cell">
        <bdi>{row.right}</bdi>
      </span>
    </div>
  );
}
