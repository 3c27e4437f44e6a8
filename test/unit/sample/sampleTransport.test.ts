import assert from 'node:assert/strict';
import { sampleApi } from '../../../src/sample/api/api.ts';
import { SampleTransport } from '../../../src/sample/sampleTransport.ts';
import { SampleWorld } from '../../../src/sample/world/world.ts';

const world = new SampleWorld({ now: Date.UTC(2026, 9, 14, 15, 30) });
const request = { path: '/v1/Video/Rooms?PageSize=3' };

describe('the sample transport', () => {
  it('carries requests to the sample API', async () => {
    const transport = new SampleTransport(sampleApi({ world }));
    const reply = await transport.send(request, new AbortController().signal);
    assert.equal(reply.status, 200);
    assert.equal(JSON.parse(reply.body.join('')).rooms.length, 3);
  });

  it('answers an HTTP status with a reply, not with an error', async () => {
    const transport = new SampleTransport(sampleApi({ world }));
    assert.equal((await transport.send({ path: '/nowhere' }, new AbortController().signal)).status, 404);
  });

  it('rejects with the reason of the abort, before and while it waits', async () => {
    let asked = 0;
    const api = sampleApi({ world });
    const transport = new SampleTransport((question) => {
      asked++;
      return api(question);
    });
    const reason = new Error('The panel was closed.');
    await assert.rejects(transport.send(request, AbortSignal.abort(reason)), reason);
    const abort = new AbortController();
    const sent = transport.send(request, abort.signal);
    abort.abort(reason);
    await assert.rejects(sent, reason);
    assert.equal(asked, 0);
  });

  it('ends what is in flight when it is closed', async () => {
    const transport = new SampleTransport(sampleApi({ world }));
    const sent = transport.send(request, new AbortController().signal);
    await Promise.all([assert.rejects(sent, { name: 'AbortError' }), transport.close()]);
    await assert.rejects(transport.send(request, new AbortController().signal), { name: 'AbortError' });
  });
});
