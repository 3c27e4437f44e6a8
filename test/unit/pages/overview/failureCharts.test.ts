import assert from 'node:assert/strict';
import { ChartContext } from '../../../../src/pages/overview/chartContext.ts';
import { failureSection } from '../../../../src/pages/overview/failureCharts.ts';
import { noFilter } from '../../../../src/rooms/filter/roomFilter.ts';
import { OverviewCounts } from '../../../../src/rooms/overview/overviewCounts.ts';
import { Format } from '../../../../src/text/format.ts';

describe('Charts of failures', () => {
  it('do not say that what they leave out failed less often: it may only be less certain', () => {
    const format = new Format({ locale: 'en', times: 'utc', now: () => 0 });
    const counts = new OverviewCounts({ step: 1, count: 1, edges: [0, 1] }, 0);
    counts.known = 1;
    for (let place = 0; place < 13; place++)
      counts.by.failedSdk.set(`often ${place}`, { all: 100, failed: 50 });
    counts.by.failedSdk.set('always', { all: 1, failed: 1 });
    counts.by.failedSdk.set('never', { all: 9, failed: 0 });
    const { charts } = failureSection(new ChartContext(counts, noFilter, format));
    assert.ok(charts[0]?.bars.every(({ label }) => label.startsWith('often')));
    assert.equal(charts[0]?.rest, 'And 2 others with failures. Others without failures: 1.');
  });
});
