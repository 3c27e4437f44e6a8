import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import type { ParticipantResource, RoomResource } from '../../src/sample/world/resources.ts';
import { webviewPage } from '../host/workbench.ts';
import { copiedBy } from './steps/clipboard.ts';
import { answerChanged } from './steps/replies.ts';
import {
  columnKeys,
  participantCells,
  property,
  propertyKeys,
  type RoomPage,
  roomPage,
} from './steps/roomPage.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { clickRoom } from './steps/tree.ts';

/** What the sample API says, as the page names it: an object's own keys stand for it, after its name and a dot. */
function unfolded(resource: object): [key: string, value: unknown][] {
  return Object.entries(resource).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([inner, one]): [string, unknown] => [`${key}.${inner}`, one])
      : [[key, value] as [string, unknown]],
  );
}

/** A value as the API wrote it: text without its quotes, all else as JSON. */
function raw(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const absent = { null: 'Twilio sent null', missing: 'not sent' };

describe('the properties of a room and its participants', () => {
  const { dropped } = sampleRooms;
  /** A field that the API left out, and one that it added since. */
  const change = (room: RoomResource): object => {
    const { media_region: _, ...rest } = room;
    return room.room_sid === dropped.sid ? { ...rest, audio_only: true } : room;
  };
  const stage = useStage({
    shared: true,
    viewport: { width: 1280, height: 1600 },
    api: {
      intercept: (request, response) => {
        return answerChanged(stage.api, request, response, { room: change });
      },
    },
  });
  let shown: RoomPage;
  let room: object;
  let participants: ParticipantResource[];

  before(async () => {
    const { page, api } = stage;
    await signIn(page);
    const position = api.world.positionOf(dropped.sid) ?? -1;
    room = change(api.world.room(position));
    participants = api.world.participants(position);
    await clickRoom(page, dropped.name);
    shown = await roomPage(page, dropped.name);
  });

  it('shows every property that Twilio sent, once, each with a label', async () => {
    const shownKeys = await propertyKeys(shown);
    const expected = [...unfolded(room).map(([key]) => key), 'media_region'];
    assert.deepEqual([...shownKeys].sort(), expected.sort());
    for (const label of await shown.locator('dt').getByRole('button').allInnerTexts())
      assert.match(label, /\S/);
  });

  it('copies every value as Twilio sent it', async () => {
    for (const [key, value] of unfolded(room).filter(([, one]) => one !== null)) {
      const { value: place } = await property(shown, key);
      const copied = await copiedBy(stage.page, () =>
        place.getByRole('button', { name: /^Copy value/ }).click(),
      );
      assert.equal(copied, raw(value), key);
    }
  });

  it('shows a null as a dash that screen readers hear as null, with nothing to copy', async () => {
    const nulls = unfolded(room).filter(([, value]) => value === null);
    assert.ok(nulls.length > 0);
    for (const [key] of nulls) {
      const { value } = await property(shown, key);
      await value.getByText('—', { exact: true }).waitFor();
      assert.ok((await value.textContent())?.includes(absent.null));
      assert.equal(await value.getByRole('button').count(), 0);
    }
  });

  it('tells a field that is missing from one that is null', async () => {
    const { value } = await property(shown, 'media_region');
    assert.equal(await value.innerText(), absent.missing);
    assert.equal(await value.getByRole('button').count(), 0);
  });

  it('explains a property, with the name that the API gives it, when the pointer rests on it', async () => {
    const { label } = await property(shown, 'unique_participants');
    await label.getByRole('button').hover();
    const tip = shown.getByRole('tooltip');
    await tip.getByText('unique_participants', { exact: true }).waitFor();
    await tip.getByText('somebody who rejoins is counted again', { exact: false }).waitFor();
  });

  it('has a column for every property of every participant, objects unfolded', async () => {
    const expected = new Set(participants.flatMap((one) => unfolded(one).map(([key]) => key)));
    assert.ok(expected.has('publisher_info.sdk_version') && expected.has('properties.num_audio_tracks'));
    // The device, in one column beside those of its parts.
    expected.add('publisher_info');
    assert.deepEqual(new Set(await columnKeys(shown)), expected);
  });

  it('copies every value of a participant as Twilio sent it', async () => {
    const keys = await columnKeys(shown);
    const [participant] = participants;
    assert.ok(participant);
    const cells = participantCells(shown, participant.participant_sid);
    for (const [key, value] of unfolded(participant).filter(([, one]) => one !== null)) {
      const cell = cells.nth(keys.indexOf(key));
      await cell.hover();
      const copied = await copiedBy(stage.page, () =>
        cell.getByRole('button', { name: /^Copy value/ }).click(),
      );
      assert.equal(copied, raw(value), key);
    }
  });

  it('marks the error that ended a stay, says what it means and links to Twilio’s page about it', async () => {
    const keys = await columnKeys(shown);
    const failed = participants.find(({ error_code }) => error_code);
    assert.ok(failed);
    const cells = participantCells(shown, failed.participant_sid);
    const said = (await cells.nth(keys.indexOf('error_code')).innerText()).trim();
    assert.match(said, new RegExp(`^${failed.error_code}, \\p{Ll}{3,}`, 'u'), 'the code, and what it means');
    const link = cells.nth(keys.indexOf('error_code_url')).getByRole('link');
    assert.ok(failed.error_code_url && (await link.innerText()).includes(failed.error_code_url));
  });

  it('copies the JSON as Twilio sent it: the same keys and values in the same order', async () => {
    const copied = await copiedBy(stage.page, () => shown.getByRole('button', { name: 'Copy JSON' }).click());
    assert.deepEqual(JSON.parse(copied), room);
    assert.equal(JSON.stringify(JSON.parse(copied)), JSON.stringify(room));
    assert.match(copied, /^\{\n {2}"account_sid": /);
  });

  it('opens the JSON as a document that cannot be changed', async () => {
    const { page } = stage;
    await shown.getByRole('button', { name: 'Open JSON' }).click();
    await page.getByRole('tab', { name: new RegExp(`^${dropped.sid}\\.json`) }).waitFor();
    const editor = page.locator('.editor-instance .monaco-editor');
    await editor.getByText(`"${dropped.sid}"`).waitFor();
    await page.locator('.part.statusbar').getByText('JSON', { exact: true }).waitFor();
    await editor.getByText(`"${dropped.sid}"`).click();
    await page.keyboard.type('x');
    await page.getByRole('paragraph').getByText('Editor is read-only').waitFor();
    await page.keyboard.press('Escape');
    const all = await copiedBy(page, async () => {
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('ControlOrMeta+c');
    });
    assert.equal(all, `${JSON.stringify(room, undefined, 2)}\n`);
    await page.keyboard.press('ControlOrMeta+w');
    await webviewPage(page).getByRole('heading', { level: 1, name: dropped.name }).waitFor();
  });
});
