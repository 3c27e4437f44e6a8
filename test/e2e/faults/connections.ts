import { sampleApi } from '../../../src/sample/api/api.ts';
import type { Answer, Fault } from './fault.ts';

const everywhere = (title: string) => ({ list: title, panel: title });
const broken = everywhere('The connection was interrupted');
const late = everywhere('The request timed out');

/** Begins an answer of which not all comes. */
const begun: Answer = (request, response, api) => {
  const { url = '' } = request;
  const { body } = sampleApi({ world: api.world, origin: api.url })({ method: 'GET', url });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.write(body.slice(0, body.length / 2));
  return true;
};

const trickle: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const drop = setInterval(() => response.write(' '), 1000);
  response.once('close', () => clearInterval(drop));
  return true;
};

export const connectionFaults: readonly Fault[] = [
  {
    name: 'a connection that is cut before an answer',
    answer: (request) => Boolean(request.socket.resetAndDestroy()),
    said: broken,
  },
  {
    name: 'a connection that ends before an answer',
    answer: (request) => Boolean(request.socket.end()),
    said: broken,
  },
  {
    name: 'a connection that is cut within the body',
    answer: (request, response, api) => {
      begun(request, response, api);
      setImmediate(() => request.socket.resetAndDestroy());
      return true;
    },
    said: broken,
  },
  {
    name: 'an answer that is not HTTP',
    answer: (request) => Boolean(request.socket.end('SSH-2.0-OpenSSH_9.6\r\n')),
    said: everywhere('Not a valid response from Twilio'),
  },
  { name: 'headers that never come', answer: () => true, said: late, lasting: 5 },
  { name: 'a body that stops half-way', answer: begun, said: late, lasting: 5 },
  { name: 'a body that trickles without end', answer: trickle, said: late, lasting: 20 },
];
