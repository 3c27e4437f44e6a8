import type { LaneView, StayView } from '../../../protocol/call.ts';
import { Icon } from '../../shared/icon.tsx';
import { cut } from '../../shared/truncate.ts';
import { type Bar, barOf, chipWidth, isSeen, placeChip } from './bars.ts';
import { type LaneBox, TRACK, trackTop } from './laneLayout.ts';
import type { Scale } from './timeScale.ts';

import './lane.css';

const NAME_LENGTH = 100;
const LINE_LENGTH = 500;
const LABEL_LENGTH = 28;
/** The part of a bar that says that its end is unknown; as in the style sheet. */
const TORN = 60;
/** A pointer's target is at least this wide. */
const TARGET = 12;

/** What the reader has pointed at, by participant. */
export interface Marks {
  /** The stay that Tab reaches. */
  readonly active: string | undefined;
  readonly chosen: string | undefined;
  /** Of the finding in view. */
  readonly lit: ReadonlySet<string>;
}

interface LaneProps {
  readonly lane: LaneView;
  readonly index: number;
  readonly box: LaneBox;
  readonly scale: Scale;
  readonly letter: number;
  readonly marks: Marks;
  /** How many stays are in the lanes above, and in all lanes: only some of them are in the page. */
  readonly above: number;
  readonly total: number;
}

/** One identity: its name, and a bar for each of its stays that is in sight. */
export function Lane({ lane, index, box, scale, letter, marks, above, total }: LaneProps) {
  const bars = lane.stays.map((stay) => barOf(stay, scale));
  const lit = lane.stays.some(({ participant }) => marks.lit.has(participant));
  const chosen = lane.stays.some(({ participant }) => participant === marks.chosen);
  const name = cut(lane.name, NAME_LENGTH);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the fields of a form
    <div
      class={['lane', lit && 'lit', chosen && 'chosen'].filter(Boolean).join(' ')}
      role="group"
      aria-label={name}
      data-lane={index}
      style={{ top: `${box.top}px`, height: `${box.height}px` }}
    >
      <span class="name" aria-hidden="true">
        <bdi>{name}</bdi>
      </span>
      <div class="track" role="none">
        {lane.stays.map((stay, place) => {
          const bar = bars[place];
          const seen = bar && (isSeen(bar, scale.width) || stay.participant === marks.active);
          return (
            seen && (
              <Stay
                key={stay.participant}
                stay={stay}
                place={`${index}/${place}`}
                bar={bar}
                track={box.tracks[place] ?? 0}
                chip={chipOf(stay, place, bars, box, scale, letter)}
                marks={marks}
                position={above + place + 1}
                total={total}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

interface StayProps {
  readonly stay: StayView;
  readonly place: string;
  readonly bar: Bar;
  readonly track: number;
  readonly chip: { readonly left: number; readonly text: string } | undefined;
  readonly marks: Marks;
  readonly position: number;
  readonly total: number;
}

function Stay({ stay, place, bar, track, chip, marks, position, total }: StayProps) {
  const { participant, ending, error } = stay;
  const target = Math.max(TARGET, bar.width);
  const left = bar.left - (target - bar.width) / 2;
  const looks = [
    ...['stay', ending],
    error !== undefined && 'failed',
    marks.lit.has(participant) && 'lit',
    participant === marks.chosen && 'chosen',
  ];
  return (
    <div
      class={looks.filter(Boolean).join(' ')}
      role="option"
      aria-selected={participant === marks.chosen}
      aria-label={stay.lines.map((line) => cut(line, LINE_LENGTH)).join(', ')}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={participant === marks.active ? 0 : -1}
      data-stay={place}
      style={{
        left: `${left}px`,
        top: `${trackTop(track)}px`,
        width: `${target}px`,
        height: `${TRACK}px`,
      }}
    >
      <span class="bar" style={{ left: `${bar.left - left}px`, width: `${bar.width}px` }} />
      {chip && (
        <span class={error === undefined ? 'chip plain' : 'chip'} style={{ left: `${chip.left - left}px` }}>
          {error !== undefined && <Icon name="error" />}
          {chip.text}
        </span>
      )}
    </div>
  );
}

/** Where that goes which ended a stay, and how much of it has room there; an error is marked in any case. */
function chipOf(
  { ending, error, reason }: StayView,
  place: number,
  bars: readonly Bar[],
  { tracks }: LaneBox,
  { width }: Scale,
  letter: number,
): { left: number; text: string } | undefined {
  const said = error ?? reason;
  if (said === undefined) return undefined;
  const bar = bars[place] ?? { left: 0, width: 0 };
  const end = bar.left + bar.width;
  const others = bars.filter((_, other) => other !== place && tracks[other] === tracks[place]);
  const room = {
    before: Math.max(
      0,
      ...others.map((other) => other.left + other.width).filter((edge) => edge <= bar.left),
    ),
    keep: ending === 'unknown' ? TORN : 0,
    after: Math.min(width, ...others.map(({ left }) => left).filter((edge) => edge >= end)),
  };
  const text = cut(said, LABEL_LENGTH);
  const chip = placeChip(bar, chipWidth(text, letter * 0.85), room);
  if (chip.full) return { left: chip.left, text };
  return error === undefined ? undefined : { left: chip.left, text: '' };
}

/** The lines of a stay, for its tooltip. */
export function tipOf(stay: StayView): { text: string }[] {
  return stay.lines.map((line) => ({ text: cut(line, LINE_LENGTH) }));
}
