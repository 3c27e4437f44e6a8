import assert from 'node:assert/strict';
import { exportFormats, serializeRooms } from '../../../../src/export/list/serializeRooms.ts';
import { parseJson } from '../../../../src/insights/core/json.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { textOf } from './listText.ts';

describe('Rooms as NDJSON and JSON', () => {
  const sent = '{"room_sid":"x","duration_sec":9223372036854775807,"a":1.0,"room_name":"a\\nb\u2028"}';
  const room = new Room(parseJson(sent) as Record<string, unknown>);

  it('are exactly what Twilio sent, a line each', () => {
    assert.equal(textOf([room, room], 'ndjson'), `${sent}\n${sent}\n`);
    assert.equal(textOf([], 'ndjson'), '');
  });

  it('are an array of them', () => {
    assert.equal(textOf([room, room], 'json'), `[\n${sent},\n${sent}\n]\n`);
    assert.equal(textOf([], 'json'), '[]\n');
  });

  it('come in pieces that count every room once', () => {
    const rooms = Array.from({ length: 5000 }, () => room);
    for (const format of exportFormats) {
      const pieces = [...serializeRooms(rooms, format)];
      assert.ok(pieces.length > 3);
      assert.ok(pieces.every(({ text }) => text.length < 70_000));
      assert.equal(
        pieces.reduce((sum, piece) => sum + piece.rooms, 0),
        rooms.length,
      );
      if (format === 'json') assert.equal(JSON.parse(pieces.map(({ text }) => text).join('')).length, 5000);
    }
  });
});
