import { isTimeZone, showSameClock, zoneOf } from '../../text/timeZone.ts';

/** What is known of the zones that times may be shown in, by their IANA names. */
export interface ZoneSources {
  /** The setting `videoRooms.times`. */
  readonly times: 'local' | 'utc';
  /** The setting `videoRooms.timeZone`; empty or unknown for none. */
  readonly chosen: unknown;
  /** The zone of the screen, from a page that was opened on it; undefined while that is not known. */
  readonly reader: string | undefined;
  /** The zone of the machine that the extension runs on. */
  readonly machine: string;
  /** True if the editor's window is certain to be on the same machine. */
  readonly isReadersMachine: boolean;
}

/** The zone of all times. */
export interface ChosenZone {
  readonly timeZone: string;
  /** True if the user may take times for those of another zone. */
  readonly namesZone: boolean;
}

/**
 * Chooses the zone of all times: the one of the settings, else that of the user's screen, else that of the
 * machine. It is named where it is not that of screen and machine, or where the screen's is not known.
 * @param now milliseconds since 1970
 */
export function chooseZone(sources: ZoneSources, now: number): ChosenZone {
  const { times, chosen, reader, machine, isReadersMachine } = sources;
  const set = times === 'utc' ? 'UTC' : isTimeZone(chosen) ? chosen : undefined;
  const timeZone = set ?? reader ?? machine;
  const others = reader === undefined ? [machine] : [machine, reader];
  const differs = others.some((other) => !showSameClock(zoneOf(timeZone), zoneOf(other), now));
  const mayDiffer = set === undefined && reader === undefined && !isReadersMachine;
  return { timeZone, namesZone: differs || mayDiffer };
}
