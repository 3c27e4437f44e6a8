import assert from 'node:assert/strict';
import { askInPeer } from '../../../network/askInPeer.ts';
import { CertificateAuthority } from '../../../network/certificates.ts';
import { startForwardProxy } from '../../../network/forwardProxy.ts';
import { sampleAccounts } from '../../../sampleServer/accounts.ts';
import { startSampleServer } from '../../../sampleServer/server.ts';

const name = 'insights.twilio.invalid';
const origin = `https://${name}`;
const { username, password } = sampleAccounts.apiKey;
const room = '/v1/Video/Rooms?PageSize=1';

describe('The process that is shared with other extensions', () => {
  it('keeps its own global dispatcher, or none, and is left without a socket or a timer', async () => {
    const authority = CertificateAuthority.ofRun();
    const api = await startSampleServer({ tls: await authority.issue([name]), origin });
    const proxy = await startForwardProxy({ route: () => api.port });
    try {
      for (const task of [
        { proxy: proxy.url, answer: 200 },
        { proxy: 'http://127.0.0.1:9', answer: 'unreachable' },
        { origin: 'http://127.0.0.1:9', answer: 'unreachable' },
      ]) {
        const { answers, claimed, left } = await askInPeer({
          origin,
          credentials: { username, password },
          paths: [room, room],
          ...task,
        });
        assert.deepEqual(answers, [task.answer, task.answer]);
        const none = [false, false];
        assert.deepEqual([claimed, left], [[none, none], []]);
      }
    } finally {
      await proxy.close();
      await api.close();
    }
  }).timeout(20_000);
});
