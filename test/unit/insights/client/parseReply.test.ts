import assert from 'node:assert/strict';
import { parseReply, retryAfterSeconds } from '../../../../src/insights/client/parseReply.ts';
import { InsightsError } from '../../../../src/insights/core/errors.ts';
import type { ApiReply } from '../../../../src/insights/core/transport.ts';
import { jsonReply } from '../scriptedTransport.ts';

function failed(reply: ApiReply, path = '/v1/Video/Rooms?RoomName=secret+name'): InsightsError {
  try {
    parseReply(reply, path);
  } catch (error) {
    if (error instanceof InsightsError) return error;
  }
  return assert.fail('It should have thrown an InsightsError.');
}

describe('Failed replies', () => {
  const table: [status: number, body: unknown, kind: string][] = [
    [400, { code: 21481, message: 'Invalid PageToken' }, 'invalidRequest'],
    [401, { code: 20003, message: 'Authenticate', more_info: 'https://…', status: 401 }, 'unauthorized'],
    [403, { code: 20003, message: 'Permission Denied' }, 'unauthorized'],
    [403, { code: 70051, message: 'Authorization error' }, 'forbidden'],
    [403, { code: 20008, message: 'Resource not accessible' }, 'testCredentials'],
    [401, { code: '20008' }, 'testCredentials'],
    ...[10001, 20005, 20403, 21472, 90010].flatMap((code): [number, unknown, string][] =>
      [200, 400, 401, 403, 404, 500].map((status) => [
        status,
        { code, message: 'Account is not active' },
        'accountNotActive',
      ]),
    ),
    [404, { code: 70051, message: 'Authorization Failed' }, 'forbidden'],
    [403, { code: 99123, message: 'New' }, 'forbidden'],
    [401, { code: 99123, message: 'account is suspended' }, 'unauthorized'],
    [402, { code: 99123, message: 'New' }, 'invalidRequest'],
    [200, { code: 20003, message: 'Authenticate', status: 401 }, 'unauthorized'],
    [200, { title: 'Not Found', status: 404, code: 20404 }, 'unexpectedReply'],
    [200, { code: 99123, message: 'New' }, 'invalidRequest'],
    [200, { title: 'Unavailable', status: 503 }, 'serverFailed'],
    [403, { type: 'https://www.twilio.com/docs/api/errors/20008', title: 'Test' }, 'testCredentials'],
    [403, { more_info: 'https://www.twilio.com/docs/errors/20005', message: 'No' }, 'accountNotActive'],
    [408, {}, 'timedOut'],
    [429, { code: 20429, message: 'Too Many Requests' }, 'rateLimited'],
    [500, {}, 'serverFailed'],
    [503, { type: 'about:blank', title: 'Unavailable', status: 503, code: 20503 }, 'serverFailed'],
    [504, {}, 'timedOut'],
    [302, {}, 'unexpectedReply'],
    [418, {}, 'unexpectedReply'],
  ];
  for (const [status, body, kind] of table) {
    it(`${status} ${JSON.stringify(body)} is ${kind}`, () => {
      assert.equal(failed(jsonReply(body, status)).kind, kind);
    });
  }

  it('calls a 404 for a room notFound, and for the list an answer of somebody else', () => {
    const reply = jsonReply({ code: 20404, message: 'Not found' }, 404);
    const room = `/v1/Video/Rooms/RM${'0'.repeat(32)}`;
    assert.equal(failed(reply, room).kind, 'notFound');
    assert.equal(failed(reply, `${room}/Participants?PageSize=1`).kind, 'notFound');
    assert.equal(failed(reply).kind, 'unexpectedReply');
  });

  it('takes a proxy’s page for what it is, not for Twilio’s no', () => {
    for (const status of [401, 403, 404]) {
      const page = { status, headers: { 'content-type': 'text/html' }, body: ['<html>Blocked</html>'] };
      assert.equal(failed(page).kind, 'unexpectedReply');
    }
  });

  it('keeps what Twilio’s support asks for', () => {
    const headers = { 'twilio-request-id': 'RQ1', 'retry-after': '7' };
    const { details } = failed(jsonReply({ code: 20429, message: 'Too many' }, 429, headers));
    assert.equal(details.requestId, 'RQ1');
    assert.equal(details.code, 20429);
    assert.equal(details.retryAfter, 7);
    assert.equal(details.apiMessage, 'Too many');
  });

  it('reads the form of RFC 9457', () => {
    const { details } = failed(
      jsonReply({ type: 'x', title: 'Bad', detail: 'Page token', code: 21481 }, 400),
    );
    assert.equal(details.apiMessage, 'Page token');
    const { details: blank } = failed(jsonReply({ title: 'Bad', detail: ' ', message: '' }, 400));
    assert.equal(blank.apiMessage, 'Bad');
  });

  it('finds an error in a body with a good status, but not in a resource or a page', () => {
    const hidden = failed(jsonReply({ code: 20404, message: 'Gone', status: 404 }), '/v1/Video/Rooms/RM1');
    assert.equal(hidden.kind, 'notFound');
    assert.equal(hidden.details.status, 200, 'the status that was sent');
    const room = { room_sid: 'RM', room_status: 'completed', code: 7, status: 'connected' };
    assert.deepEqual(parseReply(jsonReply(room), '/'), room);
    const page = { rooms: [], code: 20003, message: 'x', status: 401 };
    assert.deepEqual(parseReply(jsonReply(page), '/', 'rooms'), page);
  });

  it('reads the status where a proxy answers in HTML', () => {
    const error = failed({ status: 502, headers: {}, body: ['<html>Bad Gateway</html>'] });
    assert.equal(error.kind, 'serverFailed');
    assert.equal(error.details.apiMessage, undefined);
  });

  it('keeps the query out of the message, for it may hold a room’s name', () => {
    const { message, details } = failed(jsonReply({ code: 20003 }, 401));
    assert.doesNotMatch(message, /secret/);
    assert.equal(details.path, '/v1/Video/Rooms');
  });

  it('calls a good status with anything but a JSON object unexpected', () => {
    for (const body of ['', '<html>', '[]', 'null', '{"a":']) {
      assert.equal(failed({ status: 200, headers: {}, body: [body] }).kind, 'unexpectedReply', body);
    }
  });

  it('survives an error body of wrong types', () => {
    for (const body of [{ code: {}, message: 7 }, { code: 'NaN', message: null }, {}]) {
      assert.equal(failed(jsonReply(body, 401)).kind, 'unauthorized');
    }
  });
});

describe('Retry-After', () => {
  const at = (value: string) =>
    retryAfterSeconds({ status: 429, headers: { 'retry-after': value }, body: [] }, Date.UTC(2026, 0, 1));

  it('is read in seconds and as a date', () => {
    assert.equal(at('12'), 12);
    assert.equal(at('Thu, 01 Jan 2026 00:00:30 GMT'), 30);
    assert.equal(at('Wed, 31 Dec 2025 00:00:30 GMT'), 0);
  });

  it('is nothing where it is rubbish', () => {
    assert.equal(at('soon'), undefined);
    assert.equal(at(''), undefined);
  });
});
