import { normalizeEnum } from '../../../insights/core/normalizeEnum.ts';

/** The edges, with the media region at the same place (Twilio, "Global Infrastructure: Edge Locations"). */
const regionOfEdge: ReadonlyMap<string, string> = new Map([
  ['ashburn', 'us1'],
  ['umatilla', 'us2'],
  ['dublin', 'ie1'],
  ['frankfurt', 'de1'],
  ['singapore', 'sg1'],
  ['sydney', 'au1'],
  ['sao_paulo', 'br1'],
  ['tokyo', 'jp1'],
]);
const regions = new Set([...regionOfEdge.values(), 'in1']);
/** Regions close to each other count as one. */
const areaOfRegion: Readonly<Record<string, string>> = { us2: 'us1', de1: 'ie1' };

/** The part of the world that an edge is in. */
export function areaOfEdge(edge: string | undefined): string {
  return areaOf(regionOfEdge.get(edge ?? '') ?? '');
}

/** The part of the world that a media region is in. */
export function areaOf(region: string): string {
  return areaOfRegion[region] ?? region;
}

/** A known media region; undefined for every value that names no place. */
export function regionOf(value: string | undefined): string | undefined {
  const region = normalizeEnum(value ?? '');
  return regions.has(region) ? region : undefined;
}

/** A known edge; undefined for every value that names no place. */
export function edgeOf(value: string | undefined): string | undefined {
  const edge = normalizeEnum(value ?? '');
  return regionOfEdge.has(edge) ? edge : undefined;
}

/** Whether there is an edge in a media region; one without has no nearest edge. */
export function hasEdge(region: string): boolean {
  return [...regionOfEdge.values()].includes(region);
}
