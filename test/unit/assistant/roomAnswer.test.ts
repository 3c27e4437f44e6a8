import assert from 'node:assert/strict';
import { explainAnswer, getAnswer, type RoomAnswerInput } from '../../../src/assistant/roomAnswer.ts';
import { maxCharacters } from '../../../src/assistant/textBudget.ts';
import { Participant } from '../../../src/insights/resources/participant.ts';
import { sampleRooms } from '../../../src/sample/world/fixedRooms.ts';
import { answerInput, fitted, format, rowsOf, world } from './fixtures.ts';

const at = ({ sid }: { sid: string }) => world.positionOf(sid) ?? assert.fail(sid);
const kinds = {
  get: (facts: RoomAnswerInput, skip = 0) => fitted(getAnswer(facts, skip, format)),
  explain: (facts: RoomAnswerInput) => fitted(explainAnswer(facts, format)),
};
const both = Object.values(kinds);

/** What nobody may learn from an answer without names. */
function secretsOf({ room, participants }: RoomAnswerInput): string[] {
  const names = [
    ...[room.read('room_name'), room.read('status_callback'), room.read('url')],
    ...participants.map((one) => one.read('participant_identity')),
  ];
  return names.filter((name) => name !== undefined && name.trim() !== '' && name !== room.sid) as string[];
}

describe('The answer about one room', () => {
  it('names nobody, neither room nor callback, in any sample room', async () => {
    let secrets = 0;
    for (let position = 0; position < world.size; position++) {
      const facts = answerInput(position);
      for (const answer of both) {
        const text = (await answer(facts)).toLowerCase();
        for (const secret of secretsOf(facts)) {
          secrets++;
          assert.ok(!text.includes(secret.trim().toLowerCase()), `“${secret}” can be read in:\n${text}`);
        }
      }
    }
    assert.ok(secrets > 300, String(secrets));
  });

  it('leaves callbacks out with names too', async () => {
    const { room, ...facts } = answerInput(at(sampleRooms.dropped), { names: true });
    const address = 'https://hooks.example.org/video?token=hunter2';
    for (const answer of both) {
      const text = await answer({ ...facts, room: room.with({ status_callback: address, secret: address }) });
      assert.doesNotMatch(text, /hunter2|hooks\.example/);
      assert.ok(text.includes('Dr. Okafor'), text);
      assert.doesNotMatch(text, /were replaced/);
    }
  });

  it('explains what happened: who dropped, with which error, what it means and what to check', async () => {
    const text = await kinds.explain(answerInput(at(sampleRooms.dropped)));
    assert.match(text, /Participant \d dropped at 2026-11-2\dT\S+Z with 53\d+, /);
    assert.match(text, /Usually means: /);
    assert.match(text, /Check: /);
    assert.match(text, /Name: Room name 1/);
    assert.ok(text.includes(sampleRooms.dropped.sid));
  });

  it('reads every property in words, and the participants in the order of joining', async () => {
    const facts = answerInput(at(sampleRooms.dropped));
    const text = await kinds.get(facts);
    for (const words of ['Status: Completed', 'Type: ', 'Duration: ', 'Media region: ', 'Recording'])
      assert.ok(text.includes(words), words);
    const joined = rowsOf(text).map((cells) => cells[2] ?? '');
    assert.equal(joined.length, facts.participants.length);
    assert.deepEqual(joined, joined.toSorted());
  });

  it('gives every one of 1,000 participants once, page after page, within its length', async () => {
    const facts = answerInput(at(sampleRooms.webinar));
    const seen: string[] = [];
    for (let skip: number | undefined = 0; skip !== undefined; ) {
      const text = await kinds.get(facts, skip);
      assert.ok(text.length <= maxCharacters);
      const rows = rowsOf(text);
      assert.ok(rows.length > 0);
      seen.push(...rows.map((cells) => cells[1]?.replaceAll('`', '') ?? ''));
      const next = /The next ones come with “skip”: (\d+)\./.exec(text)?.[1];
      if (next !== undefined) assert.equal(Number(next), skip + rows.length);
      skip = next === undefined ? undefined : Number(next);
    }
    assert.equal(seen.length, facts.participants.length);
    assert.deepEqual(seen.toSorted(), facts.participants.map(({ sid }) => sid).toSorted());
  });

  it('tells of those first who did not leave well, and how many others there are', async () => {
    const facts = answerInput(at(sampleRooms.webinar));
    const text = await kinds.explain(facts);
    assert.ok(text.length <= maxCharacters && text.length > maxCharacters / 2, String(text.length));
    const rows = rowsOf(text.slice(text.indexOf('## Participants')));
    const left = Number(/Left out, [^:]+: ([\d,]+) participants/.exec(text)?.[1]?.replaceAll(',', ''));
    assert.equal(rows.length + left, facts.participants.length);
    assert.match(text, /videoRooms_get_room lists all participants/);
  });

  it('says which participant somebody is, without saying the name again', async () => {
    const facts = answerInput(at(sampleRooms.dropped));
    const somebody = facts.participants[0] ?? assert.fail('nobody was there');
    const identity = somebody.read('participant_identity') ?? '';
    for (const answer of both) {
      const text = await answer({ ...facts, person: identity.slice(0, -1).toUpperCase() });
      const [, called, sids] = /The person asked for: (Participant \d+) \(([^)]+)\)/.exec(text) ?? [];
      assert.ok(sids?.includes(somebody.sid ?? '?'), text);
      assert.ok(rowsOf(text).some((cells) => cells[0] === called && cells[1] === `\`${somebody.sid}\``));
      assert.ok(!text.toLowerCase().includes(identity.toLowerCase()));
      assert.match(await answer({ ...facts, person: 'zzzz' }), /No participant of this room has the name/);
    }
    const many = answerInput(at(sampleRooms.webinar), { person: 'PA' });
    assert.match(await kinds.get(many), /More than 5 participants have the name/);
  });

  it('has the whole identity beside its label where names may be shared', async () => {
    const { participants, ...facts } = answerInput(at(sampleRooms.dropped), { names: true, person: 'ana' });
    const identity = JSON.stringify({ tenant: 'northside-clinic', name: 'Ana' });
    const people = participants.map((one) => one.with({ participant_identity: identity }));
    for (const answer of both) {
      const text = await answer({ ...facts, participants: people });
      assert.match(text, /The person asked for: Ana · \S+"name":"Ana"\S+ \(PA[0-9a-f]{32}/);
    }
  });

  it('calls the same person the same in both answers', async () => {
    const facts = answerInput(at(sampleRooms.duplicateIdentity));
    const called = async (answer: (typeof both)[number]) =>
      new Map(
        rowsOf(await answer(facts))
          .filter((cells) => cells[1]?.startsWith('`PA'))
          .map((cells) => [cells[1], cells[0]]),
      );
    const [got, explained] = [await called(kinds.get), await called(kinds.explain)];
    assert.ok(explained.size > 2);
    for (const [sid, name] of explained) assert.equal(got.get(sid), name);
  });

  it('stays within its length whatever Twilio sends', async () => {
    const { room, ...facts } = answerInput(at(sampleRooms.dropped));
    const long = 'x|`<b>\u202e[a](b) '.repeat(60);
    const people = Array.from({ length: 200 }, (_, place) => {
      const participant_sid = `PA${String(place).padStart(32, '0')}`;
      const texts = {
        participant_identity: `${place} ${long}`,
        end_reason: `${place} ${long}`,
        media_region: long,
      };
      return new Participant({
        ...world.participants(0)[0],
        participant_sid,
        ...texts,
        error_code: 53000 + place,
      });
    });
    const hostile = {
      ...facts,
      room: room.with({ room_name: long, media_region: long }),
      participants: people,
    };
    for (const names of [false, true])
      for (const answer of both) {
        const text = await answer({
          ...hostile,
          names,
          nameOf: () => 'Room name 1',
        });
        assert.ok(text.length <= maxCharacters, `${text.length}`);
        assert.notEqual(text, 'nothing fits');
        assert.match(text, /Left out/);
        assert.ok(!text.includes('\u202e'));
      }
  });
});
