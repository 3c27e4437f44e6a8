import assert from 'node:assert/strict';
import { isTwilioPage } from '../../../src/text/twilioUrl.ts';

describe('Values in words', () => {
  it('links only to Twilio’s own https pages', () => {
    assert.ok(isTwilioPage('https://www.twilio.com/docs/api/errors/53002'));
    for (const bad of [
      'http://www.twilio.com/x',
      'https://twilio.com.evil.example/x',
      'https://evil.example/?twilio.com',
      'https://a:b@www.twilio.com/',
      'javascript:alert(1)',
      'rubbish',
    ]) {
      assert.ok(!isTwilioPage(bad), bad);
    }
  });
});
