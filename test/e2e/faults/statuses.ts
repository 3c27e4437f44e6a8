import type { Answer, Fault } from './fault.ts';
import { subjectOf } from './fault.ts';

type Headers = Readonly<Record<string, string>>;

/** An answer with a status and a body of Twilio's kind. */
function refusal(status: number, code: number, headers: () => Headers = () => ({})): Answer {
  const body = JSON.stringify({ code, message: 'as the test wants it', status });
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers() }).end(body);
    return true;
  };
}

/** An answer of a gateway on the way. */
function page(status: number): Answer {
  return (_request, response) => {
    response
      .writeHead(status, { 'content-type': 'text/html' })
      .end(`<html><title>${status}</title><script>globalThis.attacked = true</script></html>`);
    return true;
  };
}

const everywhere = (title: string) => ({ list: title, panel: title });
const notTwilio = everywhere('Not a valid response from Twilio');
const failed = everywhere('Twilio’s service failed');
const tooMany = everywhere('Too many requests at the same time');
const late = everywhere('The request timed out');

export const statusFaults: readonly Fault[] = [
  {
    name: '400, a query that is not accepted',
    answer: refusal(400, 20001),
    said: everywhere('Twilio did not accept the request'),
  },
  {
    name: '401, credentials that were revoked',
    answer: refusal(401, 20003),
    said: everywhere('Twilio refused the credentials'),
  },
  {
    name: '403 with 70051, a restricted key',
    answer: refusal(403, 70051),
    said: everywhere('Twilio did not authorize the request'),
  },
  {
    name: '403 with 20008, test credentials',
    answer: refusal(403, 20008),
    said: everywhere('Test credentials cannot read rooms'),
    detail: /live API key.*Twilio’s message: “as the test wants it” \(status 403, code 20008/,
    steps: ['Sign In Again'],
  },
  {
    name: '403 with 20403, a suspended account',
    answer: refusal(403, 20403),
    said: everywhere('The Twilio account is not active'),
  },
  {
    name: '401 with 10001, an account that is not active',
    answer: refusal(401, 10001),
    said: everywhere('The Twilio account is not active'),
  },
  {
    name: '200 with the body of an error',
    answer: refusal(200, 90010),
    said: everywhere('The Twilio account is not active'),
  },
  { name: '403 in HTML, somebody on the way who forbids it', answer: page(403), said: notTwilio },
  {
    name: '404, a room that has expired, and a list that is nowhere',
    answer: refusal(404, 20404),
    said: { list: 'Not a valid response from Twilio', panel: 'Twilio has no such room' },
  },
  { name: '404 in HTML, a wrong address', answer: page(404), said: notTwilio },
  { name: '408', answer: refusal(408, 20408), said: late },
  { name: '429 without Retry-After', answer: refusal(429, 20429), said: tooMany },
  {
    name: '429 with Retry-After in seconds',
    answer: refusal(429, 20429, () => ({ 'retry-after': '120' })),
    said: tooMany,
    detail: /wait 120 s before/,
  },
  {
    name: '429 with Retry-After as a date',
    answer: refusal(429, 20429, () => ({ 'retry-after': new Date(Date.now() + 90_000).toUTCString() })),
    said: tooMany,
    detail: /wait (8\d|90) s before/,
  },
  {
    name: '429 with a Retry-After that is soon over',
    answer: soonOver(),
    said: {},
  },
  { name: '500', answer: refusal(500, 20500), said: failed },
  { name: '502 in HTML', answer: page(502), said: failed },
  { name: '503', answer: refusal(503, 20503), said: failed },
  { name: '504', answer: refusal(504, 20504), said: late },
];

/** Refuses each request once and asks to wait a second; then there are answers again. */
function soonOver(): Answer {
  const refused = new Set<string>();
  const refuse = refusal(429, 20429, () => ({ 'retry-after': '1' }));
  return (request, response, api) => {
    const subject = subjectOf(request);
    if (refused.has(subject)) return false;
    refused.add(subject);
    return refuse(request, response, api);
  };
}
