import assert from 'node:assert/strict';
import { isTwilioPage } from '../../../src/text/twilioUrl.ts';

describe('Values in words', () => {
  it('links only to Twilio’s own https pages, on GitHub too', () => {
    assert.ok(isTwilioPage('https://www.twilio.com/docs/api/errors/53002'));
    assert.ok(isTwilioPage('https://github.com/twilio/twilio-video.js/issues/661'));
    for (const bad of [
      'https://github.com/twilio-labs/x',
      'https://github.com/twilio/../evil/x',
      'https://github.com/twilio',
      'https://gist.github.com/twilio/x',
      'https://github.com.evil.example/twilio/x',
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
