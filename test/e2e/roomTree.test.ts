import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import type { RoomResource } from '../../src/sample/world/resources.ts';
import { shot } from '../host/screenshots.ts';
import { askedWindow, type ExpectedRoom, roomsWithin } from './steps/expected.ts';
import { answerChanged } from './steps/replies.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { beginning } from './steps/text.ts';
import {
  clickRoom,
  groupRow,
  pressViewButton,
  rooms,
  row,
  rowNames,
  toggle,
  tooltipOf,
  viewMessage,
} from './steps/tree.ts';

const day = 24 * 3_600_000;

describe('the tree of rooms', () => {
  let renamed: string | undefined;
  const stage = useStage({
    shared: true,
    viewport: { width: 1280, height: 1400 },
    api: {
      intercept: (request, response) => {
        if (renamed === undefined) return false;
        const room = (one: RoomResource) => ({
          ...one,
          ...(one.room_sid === sampleRooms.sessionLimit.sid && { room_name: renamed }),
        });
        return answerChanged(stage.api, request, response, { room });
      },
    },
  });
  let listed: ExpectedRoom[];

  before(async () => {
    await signIn(stage.page);
    listed = roomsWithin(stage.api, askedWindow(stage.api));
  });

  it('asks for the last 24 hours', () => {
    const { after, before } = askedWindow(stage.api);
    assert.equal(before - after, day);
    assert.ok(before >= stage.api.world.now && before <= Date.now());
  });

  it('groups the rooms by status and counts them', async () => {
    const live = listed.filter((room) => room.live).length;
    assert.ok(live > 0 && live < listed.length);
    await groupRow(stage.page, 'In progress').getByText(`In progress (${live})`).waitFor();
    await groupRow(stage.page, 'Completed')
      .getByText(`Completed (${listed.length - live})`)
      .waitFor();
  });

  it('says above them which window they are of, and how many there are', async () => {
    await viewMessage(stage.page, `Last 24 hours · ${listed.length} rooms`).waitFor();
  });

  it('lists the newest room first in each group', async () => {
    const shown = await rowNames(stage.page, 2);
    assert.ok(shown.length > 30);
    const expected = [...listed.filter(({ live }) => live), ...listed.filter(({ live }) => !live)];
    for (const [place, name] of shown.entries()) assert.match(name, beginning(`${expected[place]?.name}, `));
  });

  it('shows who was in a room, in the order of joining, and the error that ended a stay', async () => {
    const { page, api } = stage;
    const { sid, name } = sampleRooms.dropped;
    const expected = api.world.participants(api.world.positionOf(sid) ?? -1);
    await toggle(row(page, name));
    const last = row(page, expected.at(-1)?.participant_identity ?? '');
    await last.last().waitFor();
    const shown = await rowNames(page, 3);
    assert.equal(shown.length, expected.length);
    for (const [place, { participant_identity, error_code }] of expected.entries()) {
      assert.match(shown[place] ?? '', beginning(`${participant_identity}, `));
      const error = /, error (\d+), /.exec(shown[place] ?? '')?.[1];
      assert.equal(error, error_code ? String(error_code) : undefined);
    }
    assert.ok(shown.some((line) => /, error \d{5}, /.test(line)));
  });

  it('says of a room without participants that nobody joined', async () => {
    const { page } = stage;
    await toggle(row(page, sampleRooms.empty.name));
    await row(page, 'Nobody joined this room').waitFor();
    await toggle(row(page, sampleRooms.empty.name));
    await row(page, 'Nobody joined this room').waitFor({ state: 'detached' });
  });

  it('names a room without a name by its SID', async () => {
    await row(stage.page, sampleRooms.unnamed.sid).waitFor();
  });

  it('keeps what is expanded and selected through a refresh', async () => {
    const { page } = stage;
    const participants = await rowNames(page, 3);
    await clickRoom(page, sampleRooms.international.name);
    renamed = 'renamed since';
    await pressViewButton(page, 'Refresh');
    await row(page, renamed).waitFor();
    assert.equal(await row(page, sampleRooms.dropped.name).getAttribute('aria-expanded'), 'true');
    assert.deepEqual(await rowNames(page, 3), participants);
    const selected = rooms(page).getByRole('treeitem', { selected: true });
    assert.match(
      (await selected.getAttribute('aria-label')) ?? '',
      beginning(sampleRooms.international.name),
    );
  });

  it('tells the main facts of a room when the pointer rests on it', async () => {
    const { page } = stage;
    const { name, sid } = sampleRooms.duplicateIdentity;
    const hover = await tooltipOf(page, row(page, name), sid);
    // VS Code's Markdown writes some spaces as non-breaking ones.
    const facts = (await hover.innerText()).replaceAll('\u00a0', ' ');
    for (const fact of [
      sampleRooms.duplicateIdentity.name,
      'Status: Completed',
      'When: Ended ',
      'Type: Group',
    ])
      assert.ok(facts.includes(fact), `${fact} is not in ${facts}`);
    assert.match(facts, /Participants:\s8 \(distinct identities: 6\)/);
    assert.doesNotMatch(facts, /people/, 'what happened is not known before its participants are loaded');
  });

  it('tells what happened in a room whose participants are loaded', async () => {
    const { page } = stage;
    const { name, sid } = sampleRooms.dropped;
    const hover = await tooltipOf(page, row(page, name), sid);
    const said = (await hover.innerText()).replaceAll('\u00a0', ' ');
    assert.match(said, /2 people, call \d+ min\. .* dropped at \d+:\d\d.* with \d{5}, /);
    await shot(page, 'room tooltip');
  });
});
