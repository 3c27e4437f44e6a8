import assert from 'node:assert/strict';
import { parseOrigin, regionalOrigin, videoOrigin } from '../../../../src/insights/core/origin.ts';

describe('The address of the Video API', () => {
  for (const [insights, video] of [
    ['https://insights.twilio.com', 'https://video.twilio.com'],
    ['https://insights.dublin.ie1.twilio.com', 'https://video.dublin.ie1.twilio.com'],
    ['https://insights.ie1.twilio.com', 'https://video.ie1.twilio.com'],
    // Everything else answers for both: no credential goes to another origin than it was entered for.
    ['https://gateway.example.org', 'https://gateway.example.org'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['https://insights.twilio.com:8443', 'https://insights.twilio.com:8443'],
    ['https://insights.twilio.com.example.org', 'https://insights.twilio.com.example.org'],
    ['https://insights.a.b.c.twilio.com', 'https://insights.a.b.c.twilio.com'],
    ['https://insightsxtwilio.com', 'https://insightsxtwilio.com'],
  ] as const)
    it(`is beside ${insights}`, () => assert.equal(videoOrigin(insights), video));
});

describe('The address of a region', () => {
  for (const [region, edge, origin] of [
    [undefined, undefined, 'https://insights.twilio.com'],
    ['us1', undefined, 'https://insights.twilio.com'],
    ['', ' ', 'https://insights.twilio.com'],
    ['ie1', undefined, 'https://insights.dublin.ie1.twilio.com'],
    ['IE1 ', 'Dublin', 'https://insights.dublin.ie1.twilio.com'],
    ['au1', 'singapore', 'https://insights.singapore.au1.twilio.com'],
    [undefined, 'frankfurt', 'https://insights.frankfurt.us1.twilio.com'],
    ['br1', undefined, 'https://insights.sao-paulo.br1.twilio.com'],
    ['xx9', undefined, 'https://insights.xx9.twilio.com'],
    ['toString', undefined, 'https://insights.tostring.twilio.com'],
    ['evil.example/', undefined, undefined],
    ['ie1', 'a@b', undefined],
    ['ie1.', undefined, undefined],
    ['-ie1', undefined, undefined],
    ['アイルランド', undefined, undefined],
  ] as const)
    it(`is ${origin} for ${JSON.stringify([region, edge])}`, () =>
      assert.equal(regionalOrigin(region, edge), origin));
});

describe('What is typed', () => {
  it('sends credentials to https only, or to this machine', () => {
    assert.equal(parseOrigin('https://insights.twilio.com/'), 'https://insights.twilio.com');
    assert.equal(parseOrigin('http://127.0.0.1:4010'), 'http://127.0.0.1:4010');
    assert.equal(parseOrigin('http://localhost:1'), 'http://localhost:1');
    for (const bad of [
      'http://insights.twilio.com',
      'https://x.example/path',
      'https://a:b@x.example',
      'ftp://x',
      'x',
      'http://127.0.0.1.evil.example',
    ]) {
      assert.equal(parseOrigin(bad), undefined, bad);
    }
  });
});
