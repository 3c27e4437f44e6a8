import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { config } from '@vscode/l10n';
import { InsightsError } from '../../../../src/insights/core/errors.ts';
import { failureView } from '../../../../src/pages/common/failureView.ts';

describe('A failure above data that was loaded earlier', () => {
  afterEach(() => config({ contents: {} }));

  it('is joined to the sentence about that data as the language joins sentences', () => {
    const error = new InsightsError('timedOut', { path: '/' });
    assert.match(failureView(error, true).detail, /Try again\. The data below was loaded earlier\.$/);
    const bundle = new URL('../../../../l10n/bundle.l10n.ja.json', import.meta.url);
    config({ contents: JSON.parse(readFileSync(bundle, 'utf8')) });
    const { detail } = failureView(error, true);
    assert.doesNotMatch(detail, /。 /);
    assert.ok(detail.startsWith(failureView(error, false).detail));
  });
});
