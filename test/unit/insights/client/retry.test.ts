import assert from 'node:assert/strict';
import { withRetries } from '../../../../src/insights/client/retry.ts';
import { failure } from '../failures.ts';
import { jsonReply, never, scripted } from '../scriptedTransport.ts';

describe('Retries', () => {
  const quick = { baseDelay: 1 };

  for (const status of [429, 502, 503, 504]) {
    it(`tries ${status} again, twice at the most`, async () => {
      const twice = scripted([jsonReply({}, status), jsonReply({}, status), jsonReply({})]);
      assert.equal((await withRetries(twice, quick).send({ path: '/' }, never)).status, 200);
      const always = scripted(() => jsonReply({ code: 1 }, status));
      const last = await withRetries(always, quick).send({ path: '/' }, never);
      assert.deepEqual([last.status, last.body.join(''), always.paths.length], [status, '{"code":1}', 3]);
    });
  }

  for (const status of [400, 401, 403, 404, 500]) {
    it(`does not try ${status} again`, async () => {
      const transport = scripted([jsonReply({}, status)]);
      assert.equal((await withRetries(transport, quick).send({ path: '/' }, never)).status, status);
    });
  }

  it('tries a broken connection again, but not an unreachable server', async () => {
    const { InsightsError } = await import('../../../../src/insights/core/errors.ts');
    const broken = scripted([new InsightsError('disconnected', { path: '/' }), jsonReply({})]);
    assert.equal((await withRetries(broken, quick).send({ path: '/' }, never)).status, 200);
    const away = scripted([new InsightsError('unreachable', { path: '/' })]);
    await assert.rejects(withRetries(away, quick).send({ path: '/' }, never), failure('unreachable'));
  });

  it('waits no longer than people do: a long Retry-After is the caller’s to show', async () => {
    const transport = scripted([jsonReply({}, 429, { 'retry-after': '3600' })]);
    assert.equal((await withRetries(transport, quick).send({ path: '/' }, never)).status, 429);
  });

  it('honours Retry-After', async () => {
    const waits: number[] = [];
    const wait = async (milliseconds: number) => waits.push(milliseconds);
    const transport = scripted([
      jsonReply({}, 429, { 'retry-after': '7' }),
      jsonReply({}, 503),
      jsonReply({}),
    ]);
    await withRetries(transport, { ...quick, wait }).send({ path: '/' }, never);
    assert.equal(waits[0], 7000);
    assert.ok(waits[1] !== undefined && waits[1] <= 2, 'without Retry-After the pause is the short one');
  });

  it('stops waiting with the signal', async () => {
    const abort = new AbortController();
    const transport = scripted(() => {
      queueMicrotask(() => abort.abort());
      return jsonReply({}, 429, { 'retry-after': '10' });
    });
    await assert.rejects(withRetries(transport, quick).send({ path: '/' }, abort.signal), {
      name: 'AbortError',
    });
    assert.equal(transport.paths.length, 1);
  });
});
