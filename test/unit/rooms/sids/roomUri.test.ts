import assert from 'node:assert/strict';
import { parseRoomUri, roomUri } from '../../../../src/rooms/sids/roomUri.ts';

const sid = `RM${'0123456789abcdef'.repeat(2)}` as const;

describe('The link to a room', () => {
  it('has the scheme of the editor, and leads to its room', () => {
    const link = roomUri('vscode-insiders', sid);
    assert.equal(link, `vscode-insiders://video-rooms.video-rooms-for-twilio/room/${sid}`);
    assert.equal(parseRoomUri(new URL(link).pathname), sid);
  });

  for (const path of [
    '',
    '/',
    '/room',
    '/room/',
    `/room/${sid.slice(0, -1)}`,
    `/room/${sid}0`,
    `/room/${sid.toLowerCase()}`,
    `/room/${sid}/`,
    `/room/${sid}/participants`,
    `/rooms/${sid}`,
    `//room/${sid}`,
    `room/${sid}`,
    `/room/../room/${sid}`,
    `/room/ ${sid}`,
    `/room/${sid}\n`,
    `/room/PA${sid.slice(2)}`,
    '/room/[x](command:workbench.action.quit)',
    '/room/constructor',
  ])
    it(`is not ${JSON.stringify(path)}`, () => assert.equal(parseRoomUri(path), undefined));
});
