import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { LaneView } from '../../../../protocol/call.ts';
import { usePageContext } from '../../../shared/page/pageContext.ts';
import type { Scale } from '../axis/timeScale.ts';
import type { Zoom } from '../zoom/useZoom.ts';
import { zoomByKey } from '../zoom/zoomKeys.ts';
import { barAt, barOf } from './bars.ts';
import { tipOf } from './lane.tsx';
import { type LaneBox, trackAt } from './laneLayout.ts';
import { nextPlace, type Place } from './stayKeys.ts';

export type LaneEvents = ReturnType<typeof useLaneEvents>;

interface Surface {
  readonly lanes: readonly LaneView[];
  readonly boxes: readonly LaneBox[];
  readonly scale: Scale;
  readonly zoom: Zoom;
  readonly ruler: RefObject<HTMLElement | null>;
  readonly lanesPerPage: number;
  /** Scrolls to a stay and focuses it. */
  readonly goTo: (place: Place) => void;
  readonly choose: (participant: string, byKeyboard: boolean) => void;
  readonly setActive: (participant: string) => void;
  /** Ends the highlight of a finding. */
  readonly clearHighlight: () => void;
}

/**
 * Handlers of keys, clicks and the pointer in the lanes, which handle the events of all stays by delegation.
 */
export function useLaneEvents(surface: Surface) {
  const { tooltip } = usePageContext();
  const { lanes, boxes, scale, zoom, ruler, goTo, choose, setActive } = surface;
  const pointed = useRef<Element | null>(null);
  const stayAt = (place: Place | undefined) => place && lanes[place.lane]?.stays[place.stay];

  const tipFor = (place: Place | undefined) => {
    const [lane, stay] = [place && lanes[place.lane], stayAt(place)];
    return lane && stay ? tipOf(lane, stay) : [];
  };

  /** The nearest stay of the lane under the pointer; on a lane's name, its first stay. */
  const pointedAt = (event: MouseEvent): Place | undefined => {
    if (!(event.target instanceof Element)) return undefined;
    if (event.detail === 0 && event.type === 'click') return placeIn(event.target);
    if (event.target.closest('.chip')) return placeIn(event.target);
    const element = event.target.closest<HTMLElement>('[data-lane]');
    const index = Number(element?.dataset.lane);
    const [lane, box] = [lanes[index], boxes[index]];
    if (!element || !lane || !box || !ruler.current) return undefined;
    if (event.target.closest('.name')) return { lane: index, stay: 0 };
    const track = trackAt(event.clientY - element.getBoundingClientRect().top, box);
    const inTrack = lane.stays.map((_, place) => place).filter((place) => box.tracks[place] === track);
    const bars = inTrack.flatMap((place) => lane.stays[place] ?? []).map((stay) => barOf(stay, scale));
    const found = inTrack[barAt(bars, event.clientX - ruler.current.getBoundingClientRect().left)];
    return found === undefined ? undefined : { lane: index, stay: found };
  };

  return {
    clicked: (event: MouseEvent) => {
      const place = pointedAt(event);
      const stay = stayAt(place);
      if (!place || !stay) return;
      goTo(place);
      choose(stay.participant, event.detail === 0);
    },
    pressed: (event: KeyboardEvent) => {
      const place = placeIn(event.target);
      const stay = stayAt(place);
      if (!place || !stay || event.altKey || event.ctrlKey || event.metaKey) return;
      if (zoomByKey(event, zoom, stay)) {
        event.preventDefault();
        return;
      }
      if (event.key === 'Escape') surface.clearHighlight();
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        choose(stay.participant, true);
      }
      const to = event.shiftKey ? undefined : nextPlace(event.key, place, lanes, surface.lanesPerPage);
      if (!to) return;
      event.preventDefault();
      goTo(to);
    },
    focused: (event: FocusEvent) => {
      const place = placeIn(event.target);
      const stay = stayAt(place);
      if (!stay || !(event.target instanceof Element)) return;
      setActive(stay.participant);
      if (event.target.matches(':focus-visible')) tooltip.show(event.target, tipFor(place));
    },
    blurred: () => tooltip.hide(),
    hovered: (event: PointerEvent) => {
      const place = pointedAt(event);
      const stay = stayAt(place);
      const lane = event.target instanceof Element ? event.target.closest('[data-lane]') : null;
      const element = place && stay && lane?.querySelector(`[data-stay="${place.lane}/${place.stay}"]`);
      if ((element ?? null) === pointed.current) return;
      pointed.current = element ?? null;
      if (element && stay) tooltip.showSoon(element, () => tipFor(place), event.clientX);
      else tooltip.hideSoon();
    },
    left: () => {
      pointed.current = null;
      tooltip.hideSoon();
    },
  };
}

function placeIn(target: EventTarget | null): Place | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-stay]') : null;
  const [lane, stay] = element?.dataset.stay?.split('/').map(Number) ?? [];
  return lane === undefined || stay === undefined ? undefined : { lane, stay };
}
