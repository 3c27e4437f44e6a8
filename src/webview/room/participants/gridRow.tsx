// biome-ignore-all lint/a11y/noRedundantRoles: the style sheet lays rows out as CSS grids, which in some browsers ends a table's own roles

import { Component } from 'preact';
import type { ColumnView, PageLabels, ParticipantRowView, ValueView } from '../../../protocol/roomPage.ts';
import { truncate } from '../../../unicode/truncate.ts';
import { CopyButton } from '../../shared/components/copyButton.tsx';
import { Link, Value } from '../../shared/components/value.tsx';

/** A cell shows one line; longer texts are truncated to spare the browser. */
export const maxCellLength = 500;

interface GridRowProps {
  readonly row: ParticipantRowView;
  readonly columns: readonly ColumnView[];
  readonly labels: PageLabels;
  /** Column of the cell that is the tab stop, or -1 if it is in another row. */
  readonly active: number;
  /** Undefined if rows cannot be chosen. */
  readonly chosen: boolean | undefined;
}

/** One participant. Renders again only if an object in its props is not identical. */
export class GridRow extends Component<GridRowProps, { readonly hovered: number }> {
  override state = { hovered: -1 };

  override shouldComponentUpdate(next: GridRowProps, state: { readonly hovered: number }): boolean {
    return (
      next.row !== this.props.row ||
      next.columns !== this.props.columns ||
      next.labels !== this.props.labels ||
      next.active !== this.props.active ||
      next.chosen !== this.props.chosen ||
      state.hovered !== this.state.hovered
    );
  }

  override render() {
    const { row, columns, labels, active, chosen } = this.props;
    return (
      <tr role="row" aria-selected={chosen} onPointerOver={this.#hover} onPointerLeave={this.#leave}>
        {row.cells.map((value, index) => (
          <td
            key={columns[index]?.key ?? index}
            role={index === 0 ? 'rowheader' : 'gridcell'}
            class={cellClass(value)}
            tabIndex={index === active ? 0 : -1}
            aria-label={value.state === 'null' ? labels.null : undefined}
            aria-description={value.exact}
          >
            {cellContent(value)}
            {(index === active || index === this.state.hovered) && value.raw !== undefined && (
              <CopyButton
                of={columns[index]?.label ?? row.name}
                request={{ type: 'copyText', text: value.raw }}
                tabStop={false}
              />
            )}
          </td>
        ))}
      </tr>
    );
  }

  readonly #hover = (event: { target: EventTarget | null }) => {
    const cell = event.target instanceof Element ? event.target.closest('td') : undefined;
    if (cell) this.setState({ hovered: cell.cellIndex });
  };

  readonly #leave = () => this.setState({ hovered: -1 });
}

function cellClass(value: ValueView): string | undefined {
  if (value.state === 'null') return 'absent';
  return value.state === 'value' && value.tone === 'code' ? 'code' : undefined;
}

/** Renders plain text if that is enough, because a large room has tens of thousands of cells. */
function cellContent(value: ValueView) {
  const text = truncate(value.text, maxCellLength);
  if (value.state === 'null') return text;
  const truncated = text === value.text ? value : { ...value, text };
  if (value.state !== 'value') return <Value value={truncated} />;
  if (value.href !== undefined) return <Link value={truncated} href={value.href} tabStop={false} />;
  return value.tone === 'error' ? <Value value={truncated} /> : text;
}
