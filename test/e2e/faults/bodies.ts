import { gzipSync } from 'node:zlib';
import { sampleApi } from '../../../src/sample/api/api.ts';
import type { Answer, Fault } from './fault.ts';

const json = { 'content-type': 'application/json' };

/** An answer with status 200 and this body. */
function body(content: string | Buffer, headers: Readonly<Record<string, string>> = json): Answer {
  return (_request, response) => {
    response.writeHead(200, headers).end(content);
    return true;
  };
}

/** The sample API's own answer, sent otherwise than it sends it. */
function sent(change: (body: Buffer) => Buffer, headers: Readonly<Record<string, string>> = json): Answer {
  return (request, response, api) => {
    const { url = '' } = request;
    const reply = sampleApi({ world: api.world, origin: api.url })({ method: 'GET', url });
    response.writeHead(reply.status, headers).end(change(Buffer.from(reply.body)));
    return true;
  };
}

const everywhere = (title: string) => ({ list: title, panel: title });
const notTwilio = everywhere('Not a valid response from Twilio');
const tooLarge = everywhere('The response is too large');

const mebibyte = 1024 * 1024;

/** 200 MB without a length, as fast as they are taken. */
const endless: Answer = (_request, response) => {
  response.writeHead(200, json);
  const piece = Buffer.alloc(mebibyte, 'x');
  let left = 200;
  const write = () => {
    while (left-- > 0) if (!response.write(piece)) return;
    response.end();
  };
  response.on('drain', write);
  write();
  return true;
};

export const bodyFaults: readonly Fault[] = [
  {
    name: 'JSON that is cut off',
    answer: sent((whole) => whole.subarray(0, whole.length / 2)),
    said: notTwilio,
  },
  {
    name: 'a sign-in page in HTML with status 200',
    answer: body('<html>Welcome to our Wi-Fi</html>', { 'content-type': 'text/html' }),
    said: notTwilio,
  },
  {
    name: 'the right JSON under a wrong content type',
    answer: sent((whole) => whole, { 'content-type': 'text/plain' }),
    said: {},
  },
  { name: 'an empty body', answer: body(''), said: notTwilio },
  { name: 'JSON that is no object', answer: body('[]'), said: notTwilio },
  { name: 'JSON that is null', answer: body('null'), said: notTwilio },
  { name: 'an object without rows', answer: body('{"meta": {}}'), said: notTwilio },
  { name: 'a body of 200 MB', answer: endless, said: tooLarge },
  {
    name: 'a body of 200 MB behind gzip',
    answer: body(gzipSync(Buffer.alloc(200 * mebibyte, 'x')), { ...json, 'content-encoding': 'gzip' }),
    said: tooLarge,
  },
  {
    name: 'invalid UTF-8',
    answer: sent((whole) =>
      Buffer.concat([Buffer.from('{"broken":"\xff\xfe",', 'latin1'), whole.subarray(1)]),
    ),
    said: notTwilio,
  },
  {
    name: 'gzip',
    answer: sent((whole) => gzipSync(whole), { ...json, 'content-encoding': 'gzip' }),
    said: {},
  },
  {
    name: 'gzip that is cut off',
    answer: sent((whole) => gzipSync(whole).subarray(0, 100), { ...json, 'content-encoding': 'gzip' }),
    said: notTwilio,
  },
  {
    name: 'plain text that says it is gzip',
    answer: sent((whole) => whole, { ...json, 'content-encoding': 'gzip' }),
    said: notTwilio,
  },
  {
    name: 'a compression that was not asked for',
    answer: sent((whole) => whole, { ...json, 'content-encoding': 'br' }),
    said: notTwilio,
  },
];
