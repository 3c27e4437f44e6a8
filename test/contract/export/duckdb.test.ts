import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { csvColumns } from '../../../src/export/list/csv.ts';
import { type ExportFormat, serializeRooms } from '../../../src/export/list/serializeRooms.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { SampleWorld } from '../../../src/sample/world/world.ts';
import { atomicWrite } from '../../../src/ui/files/atomicWrite.ts';

const size = 100_000;

/** What all rooms hold together, counted while they are written. */
interface Sums {
  duration: bigint;
  participantDuration: bigint;
  ended: number;
  unnamed: number;
  recorded: number;
  codecs: number;
  firstCreated: number;
  lastEnded: number;
}

describe('100,000 exported rooms in DuckDB', function () {
  this.timeout(120_000);
  const world = new SampleWorld({ size, now: Date.UTC(2026, 10, 25, 12) });
  let folder = '';
  let sums: Sums;
  let duckdb: DuckDBConnection;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'video-rooms-duckdb-'));
    sums = await write('csv');
    assert.deepEqual(await write('ndjson'), sums);
    duckdb = await (await DuckDBInstance.create()).connect();
  });

  after(async () => {
    duckdb.closeSync();
    await rm(folder, { recursive: true, force: true });
  });

  async function write(format: ExportFormat): Promise<Sums> {
    const sums: Sums = {
      ...{ duration: 0n, participantDuration: 0n, ended: 0, unnamed: 0, recorded: 0, codecs: 0 },
      ...{ firstCreated: Number.POSITIVE_INFINITY, lastEnded: 0 },
    };
    function* rooms() {
      for (let position = 0; position < size; position++) {
        const room = world.room(position);
        sums.duration += BigInt(room.duration_sec ?? 0);
        sums.participantDuration += BigInt(room.total_participant_duration_sec);
        if (room.end_time !== null) sums.ended++;
        if (room.room_name === null) sums.unnamed++;
        if (room.recording_enabled) sums.recorded++;
        sums.codecs += room.codecs.length;
        sums.firstCreated = Math.min(sums.firstCreated, Date.parse(room.create_time));
        sums.lastEnded = Math.max(sums.lastEnded, Date.parse(room.end_time ?? room.create_time));
        yield new Room(room);
      }
    }
    function* pieces() {
      for (const { text } of serializeRooms(rooms(), format)) yield text;
    }
    await atomicWrite(join(folder, `rooms.${format}`), pieces(), new AbortController().signal);
    return sums;
  }

  async function ask(sql: string): Promise<Record<string, unknown>[]> {
    const file = /rooms\.(csv|ndjson)/g;
    const reply = await duckdb.runAndReadAll(sql.replace(file, (name) => join(folder, name)));
    return reply.getRowObjects();
  }

  async function typesOf(file: string): Promise<Record<string, unknown>> {
    const columns = await ask(`DESCRIBE FROM '${file}'`);
    return Object.fromEntries(
      columns.map(({ column_name, column_type }) => [String(column_name), column_type]),
    );
  }

  const times = `epoch_ms(min(create_time::TIMESTAMPTZ))::DOUBLE AS first, epoch_ms(max(end_time::TIMESTAMPTZ))::DOUBLE AS last`;
  const counts = `count(*)::INT AS rooms, count(DISTINCT room_sid)::INT AS sids, count(end_time)::INT AS ended,
    count(*) FILTER (recording_enabled)::INT AS recorded, sum(duration_sec::BIGINT)::BIGINT AS seconds,
    sum(total_participant_duration_sec::BIGINT)::BIGINT AS together`;

  it('have the types that they should have in CSV', async () => {
    const types = await typesOf('rooms.csv');
    assert.deepEqual(Object.keys(types), csvColumns);
    const numbers = csvColumns.filter((name) => /_sec$|participant|_identities$/.test(name));
    assert.equal(numbers.length, 8);
    for (const name of csvColumns) {
      const kind = name.endsWith('_time')
        ? 'TIMESTAMP WITH TIME ZONE'
        : numbers.includes(name)
          ? 'BIGINT'
          : name === 'recording_enabled'
            ? 'BOOLEAN'
            : 'VARCHAR';
      assert.equal(types[name], kind, name);
    }
  });

  it('are all there in CSV, with every sum, time and null', async () => {
    const [found] = await ask(`SELECT ${counts}, ${times} FROM 'rooms.csv'`);
    assert.deepEqual(found, expected());
    const [names] = await ask(
      `SELECT count(*) FILTER (room_name IS NULL)::INT AS unnamed, sum(len(string_split(codecs, ' '))) FILTER (codecs <> '')::INT AS codecs FROM 'rooms.csv'`,
    );
    assert.deepEqual(names, { unnamed: sums.unnamed, codecs: sums.codecs });
  });

  it('are all there in NDJSON, with every sum, time and null, and lists as lists', async () => {
    const types = await typesOf('rooms.ndjson');
    assert.equal(types.codecs, 'VARCHAR[]');
    assert.equal(types.recording_enabled, 'BOOLEAN');
    assert.equal(types.audio_only, 'BOOLEAN');
    const [found] = await ask(`SELECT ${counts}, ${times} FROM 'rooms.ndjson'`);
    assert.deepEqual(found, expected());
    const [names] = await ask(
      `SELECT count(*) FILTER (room_name IS NULL)::INT AS unnamed, sum(len(codecs))::INT AS codecs FROM 'rooms.ndjson'`,
    );
    assert.deepEqual(names, { unnamed: sums.unnamed, codecs: sums.codecs });
  });

  it('answer the question of the README', async () => {
    const rows = await ask(`SELECT media_region, count(*) AS rooms, round(avg(duration_sec) / 60) AS minutes
      FROM 'rooms.csv' GROUP BY ALL ORDER BY rooms DESC`);
    assert.equal(
      rows.reduce((sum, { rooms }) => sum + Number(rooms), 0),
      size,
    );
    assert.ok(rows.length > 5);
  });

  function expected() {
    const { ended, recorded, duration, participantDuration, firstCreated, lastEnded } = sums;
    return {
      ...{ rooms: size, sids: size, ended, recorded, seconds: duration, together: participantDuration },
      ...{ first: firstCreated, last: lastEnded },
    };
  }
});
