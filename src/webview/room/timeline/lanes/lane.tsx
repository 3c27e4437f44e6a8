import type { LaneView, StayView } from '../../../../protocol/call.ts';
import { truncate } from '../../../../unicode/truncate.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import type { Scale } from '../axis/timeScale.ts';
import { type Bar, barOf, isSeen } from './bars.ts';
import { type LaneBox, trackPx, trackTop } from './laneLayout.ts';
import { type Mark, marksOf } from './marks.ts';

import './lane.css';

const maxNameLength = 200;
const maxLineLength = 500;
/** Minimum width of a pointer target. */
const targetPx = 12;

/** The marked participants, by key. */
export interface Marks {
  /** The stay that is the tab stop. */
  readonly active: string | undefined;
  readonly chosen: string | undefined;
  /** Participants of the highlighted finding. */
  readonly highlighted: ReadonlySet<string>;
}

interface LaneProps {
  readonly lane: LaneView;
  readonly index: number;
  readonly box: LaneBox;
  readonly scale: Scale;
  readonly em: number;
  readonly marks: Marks;
  /** Number of stays in the lanes above, and in all lanes; only some are in the DOM. */
  readonly above: number;
  readonly total: number;
}

/** One identity: its name, and a bar for each of its visible stays. */
export function Lane({ lane, index, box, scale, em, marks, above, total }: LaneProps) {
  const bars = lane.stays.map((stay) => barOf(stay, scale));
  const ends = marksOf(lane.stays, bars, box.tracks, scale, em);
  const highlighted = lane.stays.some(({ participant }) => marks.highlighted.has(participant));
  const chosen = lane.stays.some(({ participant }) => participant === marks.chosen);
  const name = truncate(lane.name, maxNameLength);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the fields of a form
    <div
      class={['lane', highlighted && 'highlighted', chosen && 'chosen'].filter(Boolean).join(' ')}
      role="group"
      aria-label={name}
      aria-description={lane.fullName}
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
                chip={ends.get(place)}
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
  readonly chip: Mark | undefined;
  readonly marks: Marks;
  readonly position: number;
  readonly total: number;
}

function Stay({ stay, place, bar, track, chip, marks, position, total }: StayProps) {
  const { participant, ending, error } = stay;
  const target = Math.max(targetPx, bar.width);
  const left = bar.left - (target - bar.width) / 2;
  const classes = [
    'stay',
    ending,
    error !== undefined && 'failed',
    marks.highlighted.has(participant) && 'highlighted',
    participant === marks.chosen && 'chosen',
  ];
  return (
    <div
      class={classes.filter(Boolean).join(' ')}
      role="option"
      aria-selected={participant === marks.chosen}
      aria-label={stay.lines.map((line) => truncate(line, maxLineLength)).join(', ')}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={participant === marks.active ? 0 : -1}
      data-stay={place}
      style={{
        left: `${left}px`,
        top: `${trackTop(track)}px`,
        width: `${target}px`,
        height: `${trackPx}px`,
      }}
    >
      <span class="bar" style={{ left: `${bar.left - left}px`, width: `${bar.width}px` }} />
      {chip && (
        <span class={chip.failed ? 'chip' : 'chip plain'} style={{ left: `${chip.left - left}px` }}>
          {chip.failed && <Icon name="error" />}
          {chip.text}
        </span>
      )}
    </div>
  );
}

/** The lines of a stay's tooltip: below the name the full identity, if the name is only its label. */
export function tipOf({ fullName }: LaneView, { lines: [name, ...lines] }: StayView): { text: string }[] {
  return [name, name && fullName, ...lines]
    .filter((line) => line !== undefined)
    .map((line) => ({ text: truncate(line, maxLineLength) }));
}
