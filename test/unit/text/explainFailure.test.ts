import assert from 'node:assert/strict';
import { type FailureKind, InsightsError } from '../../../src/insights/core/errors.ts';
import { explainFailure } from '../../../src/text/explainFailure.ts';

describe('Failures in words', () => {
  const kinds: FailureKind[] = [
    'unauthorized',
    'testCredentials',
    'forbidden',
    'accountNotActive',
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

  it('says which setting of the proxy is at fault, and how special characters are written', () => {
    const of = (proxyPart: 'address' | 'authorization') =>
      explainFailure(new InsightsError('proxyUnusable', { path: '/', proxyPart }));
    assert.match(of('address').detail, /%25, %23, %40, %5C/);
    assert.match(of('authorization').title, /http\.proxyAuthorization/);
    for (const { steps } of [of('address'), of('authorization')]) assert.ok(steps.includes('proxySettings'));
  });

  it('quotes the message of the reply, as text, and says whose it is', () => {
    const path = '/v1/Video/Rooms';
    const apiMessage = 'See [here](command:x)\n$(bug)';
    const quoted = (kind: FailureKind, more: object = {}) =>
      explainFailure(new InsightsError(kind, { path, status: 403, apiMessage, ...more })).detail;
    for (const kind of [
      'unauthorized',
      'testCredentials',
      'forbidden',
      'accountNotActive',
      'invalidRequest',
    ] as const) {
      const said = quoted(kind, { code: 1 });
      assert.match(said, /Twilio’s message: “See \[here\]\u2060\(command:x\) \$\u2060\(bug\)” \(status 403/);
    }
    assert.match(quoted('forbidden', { requestId: 'RQ1' }), /Twilio’s message/);
    assert.match(quoted('forbidden'), /The server’s message/);
    assert.doesNotMatch(quoted('notFound'), /message/);
  });

  it('says in the language of the texts what is wrong with the links to pages', () => {
    const path = '/v1/Video/Rooms';
    const elsewhere = explainFailure(
      new InsightsError('foreignPage', { path, nextOrigin: 'https://attacker.invalid' }),
    );
    assert.match(elsewhere.detail, /sent there: https:\/\/attacker\.invalid\./);
    const circle = explainFailure(new InsightsError('unexpectedReply', { path, circular: true }));
    assert.match(circle.detail, /^The link to the next page leads to a page that was read before/);
  });

  it('never goes by the words of a message', () => {
    const of = (apiMessage: string) => {
      const { title, detail } = explainFailure(
        new InsightsError('forbidden', { path: '/', code: 70051, apiMessage }),
      );
      return [title, detail.replace(apiMessage, '')];
    };
    assert.deepEqual(of('API key is suspended'), of('missing permission'));
  });

  it('explains what is not the API’s fault too', () => {
    assert.match(explainFailure(new TypeError('x is undefined')).detail, /x is undefined/);
    assert.match(explainFailure('odd').detail, /odd/);
  });
});
