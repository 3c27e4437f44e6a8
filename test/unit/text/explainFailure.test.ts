import assert from 'node:assert/strict';
import { type FailureKind, InsightsError } from '../../../src/insights/core/errors.ts';
import { explainFailure } from '../../../src/text/explainFailure.ts';

describe('Failures in words', () => {
  const kinds: FailureKind[] = [
    'unauthorized',
    'forbidden',
    'suspended',
    'notFound',
    'invalidRequest',
    'rateLimited',
    'serverFailed',
    'unreachable',
    'disconnected',
    'proxyRefused',
    'proxyUnusable',
    'tlsUntrusted',
    'timedOut',
    'tooLarge',
    'unexpectedReply',
    'foreignPage',
  ];

  it('has a title, a reason and a next step for each kind, and no two alike', () => {
    const titles = kinds.map((kind) => {
      const { title, detail, steps } = explainFailure(new InsightsError(kind, { path: '/v1/Video/Rooms' }));
      assert.ok(title && detail && steps.length > 0, kind);
      return title;
    });
    assert.equal(new Set(titles).size, kinds.length);
  });

  it('says all three reasons of a 404', () => {
    const { detail } = explainFailure(
      new InsightsError('notFound', { path: '/', requestId: 'RQ1', status: 404 }),
    );
    for (const reason of [/7 days/, /30 minutes/, /another account/, /RQ1/]) assert.match(detail, reason);
  });

  it('tells a proxy from Twilio, and leads to the settings for proxies', () => {
    const path = '/v1/Video/Rooms';
    const atProxy = (
      ['unreachable', 'disconnected', 'tlsUntrusted', 'timedOut', 'unexpectedReply'] as const
    ).map((kind) => explainFailure(new InsightsError(kind, { path, atProxy: true })));
    const refused = [407, 403, 502].map((status) =>
      explainFailure(new InsightsError('proxyRefused', { path, status })),
    );
    const all = [...atProxy, ...refused];
    for (const { title, detail, steps } of all) {
      assert.match(title + detail, /proxy/);
      assert.deepEqual(steps, ['retry', 'proxySettings', 'showLog']);
    }
    assert.equal(new Set(all.map(({ title }) => title)).size, all.length);
  });

  it('explains what is not the API’s fault too', () => {
    assert.match(explainFailure(new TypeError('x is undefined')).detail, /x is undefined/);
    assert.match(explainFailure('odd').detail, /odd/);
  });
});
