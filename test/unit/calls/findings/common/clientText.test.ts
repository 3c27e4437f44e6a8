import assert from 'node:assert/strict';
import { clientText, softwareText } from '../../../../../src/calls/findings/common/clientText.ts';

describe('A client in a few words', () => {
  const chrome = { name: 'Chrome', version: '104.0.1', major: 104 };
  const windows = { name: 'Windows', version: '10' };

  it('is its browser, or its SDK, and where that runs', () => {
    assert.equal(clientText({ browser: chrome, platform: windows }), 'Chrome 104 on Windows');
    const sdk = { name: 'twilio-video-ios', version: '5.10.0', major: 5 };
    assert.equal(clientText({ sdk, platform: { name: 'iOS' } }), 'twilio-video-ios 5 on iOS');
    assert.equal(clientText({ sdk, browser: chrome }), 'Chrome 104');
    assert.equal(clientText({ sdk, device: 'Apple iPhone14,5' }), 'twilio-video-ios 5 on Apple iPhone14,5');
  });

  it('is as much as is known', () => {
    assert.equal(clientText({}), '');
    assert.equal(clientText({ platform: windows }), 'Windows');
    assert.equal(clientText({ device: 'Pixel 6' }), 'Pixel 6');
    assert.equal(clientText({ architecture: 'arm64' }), '');
    assert.equal(softwareText({ name: 'Chrome', version: 'canary' }), 'Chrome');
  });

  it('is one line, whatever was sent', () => {
    assert.equal(
      clientText({ browser: { name: 'Chr\nome\u202e', major: 1 }, platform: windows }),
      'Chr ome 1 on Windows',
    );
  });
});
