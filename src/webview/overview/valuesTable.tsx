import { useState } from 'preact/hooks';
import type { TimeChartView } from '../../protocol/overview.ts';
import { Icon } from '../shared/components/icon.tsx';

import './valuesTable.css';

/** The values of the columns as a table; rendered only when it is open. */
export function ValuesTable({ chart, summary }: { readonly chart: TimeChartView; readonly summary: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="values" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron-right" />
        {summary}
      </summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section class="values-box" aria-label={chart.title} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {chart.heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {chart.columns.toReversed().map(({ id, cells: [time, ...numbers] }) => (
                <tr key={id}>
                  <th scope="row">{time}</th>
                  {numbers.map((cell, index) => (
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
