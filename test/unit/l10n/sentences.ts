import { config, type l10nJsonFormat } from '@vscode/l10n';
import { Participant } from '../../../src/insights/resources/participant.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { callView } from '../../../src/pages/room/callView.ts';
import type { ParticipantsState } from '../../../src/rooms/model/storeState.ts';
import { SampleWorld } from '../../../src/sample/world/world.ts';
import { Format } from '../../../src/text/format.ts';
import { callOf } from '../../callOf.ts';
import { bundleFile, type Language, readTextsFile } from '../../l10n/bundles.ts';

export const now = Date.UTC(2026, 9, 14, 15, 30, 12, 345);

/** Runs a function while `t` reads the texts of a bundle, as it does in an editor of that language. */
export function withBundle<Result>(bundle: l10nJsonFormat, act: () => Result): Result {
  config({ contents: bundle });
  try {
    return act();
  } finally {
    config({ contents: {} });
  }
}

export function inLanguage<Result>(language: Language, act: (format: Format) => Result): Result {
  return withBundle(readTextsFile(bundleFile(language)), () => act(formatOf(language)));
}

export function formatOf(locale: string): Format {
  return new Format({ locale, times: 'utc', now: () => now });
}

/** A language in which every text stands between ⟦ and ⟧: what stands outside of them was not translated. */
export const marking: l10nJsonFormat = new Proxy<l10nJsonFormat>(
  {},
  { get: (_, key) => `⟦${String(key).replace(/(.)\/(an|for) .*$/, '$1')}⟧` },
);

/** Whether a text in that language is one translated text, and not put together from pieces. */
export function isWhole(text: string): boolean {
  let depth = 0;
  const letters = [...text];
  return letters.every((letter, at) => {
    if (letter === '⟦') depth++;
    if (letter === '⟧') depth--;
    return depth > 0 || (depth === 0 && at === letters.length - 1);
  });
}

export interface SampleCall {
  readonly room: Room;
  readonly participantsState: ParticipantsState;
}

/** The first rooms of the sample account, with everybody who was there. */
export function sampleCalls(count: number): SampleCall[] {
  const world = new SampleWorld({ now, seed: 1 });
  return Array.from({ length: count }, (_, position) => ({
    room: new Room(world.room(position)),
    participantsState: {
      state: 'complete',
      participants: world.participants(position).map((json) => new Participant({ ...json })),
      stale: false,
      unreadable: 0,
    },
  }));
}

/** The sentences about a call; whom a finding concerns is a list, and not among them. */
export function textsOf({ room, participantsState }: SampleCall, format: Format): string[] {
  const call = callOf(room, participantsState, format);
  const view = call && callView(call, format);
  const findings = view?.findings ?? [];
  return [
    view?.summary ?? '',
    ...findings.flatMap(({ title, meaning, check }) => [title, meaning, check]),
  ].filter((text) => text !== '');
}
