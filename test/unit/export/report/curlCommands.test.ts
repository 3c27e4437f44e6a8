import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import twilio from 'twilio';
import { curlCommands } from '../../../../src/export/report/curlCommands.ts';
import type { RoomSid } from '../../../../src/insights/core/sid.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';

const sid = sampleRooms.dropped.sid as RoomSid;
const origin = 'https://insights.twilio.com';
const options = { origin, signIn: 'apiKey', sample: false, shell: 'posix', windows: false } as const;

/** What a real shell hands over to `curl`, one array for each call, with these variables in its environment. */
function run(commands: string, env: Record<string, string>): string[][] {
  const curl = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; printf '\\n'; }`;
  const printed = execFileSync('/bin/sh', ['-c', `${curl}\n${commands}`], { env, encoding: 'utf8' });
  return printed
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\0').slice(0, -1));
}

describe('A room as cURL commands', () => {
  it('asks for the room and its participants, with credentials from the environment', () => {
    const env = { TWILIO_API_KEY: 'SK1', TWILIO_API_SECRET: 'a "quoted" $secret' };
    const flags = ['--silent', '--show-error', '--user', 'SK1:a "quoted" $secret'];
    assert.deepEqual(run(curlCommands(sid, options), env), [
      [...flags, `${origin}/v1/Video/Rooms/${sid}`],
      [...flags, `${origin}/v1/Video/Rooms/${sid}/Participants?PageSize=1000`],
    ]);
  });

  it('asks the Video API for a room that only that one knows', () => {
    const video = 'https://video.twilio.com';
    const commands = curlCommands(sid, { ...options, video });
    assert.deepEqual(
      run(commands, {}).map((words) => words.at(-1)),
      [
        `${video}/v1/Rooms/${sid}`,
        `${video}/v1/Rooms/${sid}/Participants?Status=connected&PageSize=100`,
        `${video}/v1/Rooms/${sid}/Participants?Status=disconnected&PageSize=100`,
      ],
    );
    assert.match(commands, /twilio api:video:v1:rooms:fetch --sid /);
  });

  it('names the variables of the account where the account signs in', () => {
    const env = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token' };
    const [first] = run(curlCommands(sid, { ...options, signIn: 'authToken' }), env);
    assert.ok(first?.includes('AC1:token'));
  });

  it('hands an address over as one word, whatever it holds', () => {
    const odd = `http://127.0.0.1:1/'; echo $HOME \`id\` "x"\\`;
    for (const words of run(curlCommands(sid, { ...options, origin: odd }), { HOME: '/home/me' }))
      assert.ok(words.at(-1)?.startsWith(`${odd}/v1/Video/Rooms/${sid}`), words.at(-1));
  });

  it('asks for the addresses that Twilio’s own library asks for', async () => {
    const asked: string[] = [];
    const httpClient = {
      request: async ({ uri }: { uri: string }) => {
        asked.push(uri);
        return { statusCode: 200, body: '{"meta":{"key":"participants"},"participants":[]}' };
      },
    };
    const client = twilio('AC1', 'token', { httpClient: httpClient as never });
    await client.insights.v1.rooms(sid).fetch();
    await client.insights.v1.rooms(sid).participants.list();
    const ours = run(curlCommands(sid, options), {}).map((words) => words.at(-1)?.split('?')[0]);
    assert.deepEqual(
      asked.map((address) => address.split('?')[0]),
      ours,
    );
  });

  it('has the commands of the Twilio CLI beside it, as comments, named by the API’s paths', () => {
    const comments = curlCommands(sid, options)
      .split('\n')
      .filter((line) => line.startsWith(':'));
    assert.deepEqual(comments, [
      `: 'Twilio CLI: twilio api:insights:v1:video:rooms:fetch --room-sid ${sid}'`,
      `: 'Twilio CLI: twilio api:insights:v1:video:rooms:participants:list --room-sid ${sid}'`,
    ]);
  });

  it('says so of a sample room', () => {
    assert.match(
      curlCommands(sid, { ...options, sample: true }),
      /^: 'A sample room, which Twilio does not know\.'\n/,
    );
  });

  it('are for PowerShell and cmd too, where an alias of PowerShell on Windows is no curl', () => {
    const inPowerShell = curlCommands(sid, { ...options, shell: 'powershell', windows: true });
    assert.deepEqual(inPowerShell.split('\n'), [
      `curl.exe --silent --show-error --user "\${env:TWILIO_API_KEY}:\${env:TWILIO_API_SECRET}" '${origin}/v1/Video/Rooms/${sid}'`,
      `curl.exe --silent --show-error --user "\${env:TWILIO_API_KEY}:\${env:TWILIO_API_SECRET}" '${origin}/v1/Video/Rooms/${sid}/Participants?PageSize=1000'`,
      `# Twilio CLI: twilio api:insights:v1:video:rooms:fetch --room-sid ${sid}`,
      `# Twilio CLI: twilio api:insights:v1:video:rooms:participants:list --room-sid ${sid}`,
      '',
    ]);
    assert.match(curlCommands(sid, { ...options, shell: 'powershell' }), /^curl --silent/);
    const inCmd = curlCommands(sid, { ...options, video: origin, shell: 'cmd', windows: true }).split('\n');
    assert.equal(
      inCmd[1],
      `curl --silent --show-error --user "%TWILIO_API_KEY%:%TWILIO_API_SECRET%" "${origin}/v1/Rooms/${sid}/Participants?Status=connected&PageSize=100"`,
    );
    assert.match(inCmd[3] ?? '', /^rem Twilio CLI: twilio api:video/);
  });

  for (const shell of ['sh', 'bash'])
    it(`reach the API with the real curl when ${shell} runs them`, async () => {
      const asked: string[] = [];
      const server = createServer((request, response) => {
        const [, basic = ''] = request.headers.authorization?.split(' ') ?? [];
        asked.push(`${Buffer.from(basic, 'base64')} ${request.url}`);
        response.end('{}\n');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : 0;
      const env = {
        ...process.env,
        TWILIO_API_KEY: 'SK1',
        TWILIO_API_SECRET: 'a "b" $c %d% !e',
        NO_PROXY: '*',
      };
      const commands = curlCommands(sid, { ...options, origin: `http://127.0.0.1:${port}`, sample: true });
      try {
        const { stdout, stderr } = await promisify(execFile)(shell, ['-c', commands], { env });
        assert.deepEqual([stdout, stderr], ['{}\n{}\n', '']);
      } finally {
        server.close();
      }
      assert.deepEqual(asked, [
        `SK1:a "b" $c %d% !e /v1/Video/Rooms/${sid}`,
        `SK1:a "b" $c %d% !e /v1/Video/Rooms/${sid}/Participants?PageSize=1000`,
      ]);
    });
});
