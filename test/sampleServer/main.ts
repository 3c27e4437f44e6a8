import { parseArgs } from 'node:util';
import { sampleAccounts } from './accounts.ts';
import { startSampleServer } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    size: { type: 'string', default: '140' },
    seed: { type: 'string', default: '1' },
    latency: { type: 'string', default: '0' },
  },
});

const server = await startSampleServer({
  port: Number(values.port),
  size: Number(values.size),
  seed: Number(values.seed),
  latency: Number(values.latency),
  clock: Date.now,
});

console.log(`Sample rooms at ${server.url} (${server.world.size} rooms of ${server.world.accountSid})\n`);
for (const [name, { username, password, access }] of Object.entries(sampleAccounts)) {
  console.log(`${name} (${access})\n  ${username}\n  ${password}`);
}
const { username, password } = sampleAccounts.apiKey;
console.log(`\ncurl -u ${username}:${password} '${server.url}/v1/Video/Rooms?PageSize=5'`);

process.once('SIGINT', () => void server.close());
process.once('SIGTERM', () => void server.close());
