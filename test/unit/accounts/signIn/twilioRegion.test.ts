import assert from 'node:assert/strict';
import {
  explainRegionFailure,
  originFor,
  regionInEffect,
} from '../../../../src/accounts/signIn/twilioRegion.ts';
import { InsightsError } from '../../../../src/insights/core/errors.ts';
import { documentedOrigin } from '../../../../src/insights/core/origin.ts';

describe('The region to sign in at', () => {
  const dublin = 'https://insights.dublin.ie1.twilio.com';

  it('is that of the environment, then that of the profile, each variable on its own', () => {
    const profile = { region: 'au1', edge: 'sydney' };
    assert.deepEqual(regionInEffect({}, profile), profile);
    assert.deepEqual(regionInEffect({ TWILIO_EDGE: 'tokyo' }, profile), { region: 'au1', edge: 'tokyo' });
    assert.deepEqual(regionInEffect({ TWILIO_REGION: ' ', TWILIO_EDGE: '' }, profile), profile);
    assert.deepEqual(regionInEffect({ TWILIO_REGION: 'ie1' }), { region: 'ie1', edge: undefined });
  });

  it('has its address, unless the setting has one', () => {
    assert.equal(originFor(documentedOrigin, { region: 'ie1' }), dublin);
    assert.equal(originFor(documentedOrigin, {}), documentedOrigin);
    assert.equal(originFor('http://127.0.0.1:4010', { region: 'ie1' }), 'http://127.0.0.1:4010');
  });

  it('is told as wrong where it cannot be one, and nothing is sent', () => {
    const told = originFor(documentedOrigin, { region: 'ie1.evil.example', edge: 'dublin' });
    assert.ok(typeof told === 'object');
    assert.match(told.title + told.detail, /region.*“ie1\.evil\.example”.*TWILIO_REGION/);
  });

  it('is told as the reason of a failed sign-in there, and nowhere else', () => {
    const error = (kind: 'unauthorized' | 'unreachable' | 'tlsUntrusted' | 'rateLimited', more = {}) =>
      new InsightsError(kind, { path: '/', ...more });
    for (const kind of ['unauthorized', 'unreachable', 'tlsUntrusted'] as const) {
      const told = explainRegionFailure(error(kind), dublin);
      assert.match(
        `${told?.title} ${told?.detail}`,
        /region ie1 .*TWILIO_REGION.*https:\/\/insights\.dublin\.ie1\.twilio\.com/,
      );
      assert.equal(explainRegionFailure(error(kind), documentedOrigin), undefined);
      assert.equal(explainRegionFailure(error(kind), 'http://127.0.0.1:4010'), undefined);
    }
    assert.ok(explainRegionFailure(error('unauthorized'), 'https://insights.xx9.twilio.com'));
    assert.equal(explainRegionFailure(error('rateLimited'), dublin), undefined);
    assert.equal(explainRegionFailure(error('unreachable', { atProxy: true }), dublin), undefined);
  });
});
