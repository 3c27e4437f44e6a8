import { sampleApi } from '../../../src/sample/api/api.ts';
import type { Answer, Fault } from './fault.ts';
import { subjectOf } from './fault.ts';

/** Lists whose page names a next one; the room itself is as ever. */
function link(next: (path: string, origin: string) => string | null): Answer {
  return (request, response, api) => {
    if (subjectOf(request) === 'room') return false;
    const { url = '' } = request;
    const reply = sampleApi({ world: api.world, origin: api.url })({ method: 'GET', url });
    const body = JSON.parse(reply.body) as { meta?: object };
    const linked = { ...body, meta: { ...body.meta, next_page_url: next(url, api.url) } };
    response.writeHead(reply.status, reply.headers).end(JSON.stringify(linked));
    return true;
  };
}

const elsewhere = 'The next page is on another server';
const senseless = 'Not a valid response from Twilio';

export const linkFaults: readonly Fault[] = [
  {
    name: 'a page that names itself as the next',
    answer: link((path, origin) => origin + path),
    said: { list: senseless, panel: senseless },
    gap: true,
  },
  {
    name: 'pages that go round in a circle',
    answer: link(
      (path, origin) =>
        origin + (path.includes('&Again=1') ? path.replace('&Again=1', '') : `${path}&Again=1`),
    ),
    said: { list: senseless, panel: senseless },
    gap: true,
  },
  {
    name: 'a next page at another server',
    answer: link(() => 'https://attacker.invalid/v1/Video/Rooms?Page=1'),
    said: { list: elsewhere, panel: elsewhere },
    gap: true,
  },
  {
    name: 'a next page at another port',
    answer: link((path, origin) => `${origin.replace(/:\d+$/, ':9')}${path}`),
    said: { list: elsewhere, panel: elsewhere },
    gap: true,
  },
  {
    name: 'a next page under another scheme',
    answer: link((path, origin) => `${origin.replace(/^http:/, 'https:')}${path}`),
    said: { list: elsewhere, panel: elsewhere },
    gap: true,
  },
  {
    name: 'a next page that is named without its server',
    answer: link((path) => (path.includes('&Again=1') ? null : `${path}&Again=1`)),
    said: {},
    followed: /&Again=1/,
  },
  {
    name: 'a next page that is no address',
    answer: link(() => 'https://'),
    said: { list: senseless, panel: senseless },
    gap: true,
  },
  {
    name: 'a redirect to another server',
    answer: (_request, response) => {
      response.writeHead(302, { location: 'https://attacker.invalid/' }).end();
      return true;
    },
    said: { list: senseless, panel: senseless },
  },
  {
    name: 'a redirect within the server',
    answer: (request, response, api) => {
      response.writeHead(307, { location: `${api.url}${request.url}&moved=1` }).end();
      return true;
    },
    said: { list: senseless, panel: senseless },
  },
];
