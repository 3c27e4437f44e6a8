import { t } from '@vscode/l10n';
import { normalizeEnum } from '../../../insights/core/normalizeEnum.ts';
import { enumLabel } from '../../../text/enumLabels.ts';
import { joinSentences } from '../../../text/joinText.ts';
import { clientOf } from '../../analysis/client.ts';
import type { Span } from '../../analysis/roomClock.ts';
import { isForwarded } from '../../analysis/roomType.ts';
import type { Stay } from '../../analysis/stay.ts';
import { evidenceOf, type Rule } from '../common/finding.ts';
import { peopleOfStays } from '../common/nameText.ts';

/** Audio codecs are ignored: every client supports Opus or PCMU. */
const audio = new Set(['opus', 'pcmu', 'pcma', 'g722', 'isac', 'red', 'telephone_event', 'cn']);
/** Maximum number of codec sets that are compared; real calls have fewer. */
const maxSets = 24;

/**
 * People who were in the room at the same time without a common video codec. A warning in group rooms, which forward
 * what a client sends without transcoding it: an Android device without an H.264 decoder saw no picture of those who
 * sent H.264, while the same pair had one in a peer-to-peer room (twilio/video-quickstart-android#401 and #750).
 * Information where all clients decode VP8 and H264, where each pair agrees on a codec, and if the type of the room is
 * not known. Silent on participants without a known video codec, and on those who were not in the room at the same time.
 */
export const codecMismatch: Rule = (call, format) => {
  const groups = Map.groupBy(call.stays.filter(present), codecSet);
  const sets = [...groups]
    .filter((entry): entry is [string, Stay[]] => entry[0] !== undefined)
    .slice(0, maxSets);
  const affected = new Set<Stay>();
  const setNames = new Set<string>();
  for (const [index, [one, stays]] of sets.entries()) {
    for (const [other, others] of sets.slice(index + 1)) {
      const common = one.split(' ').some((codec) => other.split(' ').includes(codec));
      if (common || !met(stays, others)) continue;
      if (new Set([...stays, ...others].map(({ lane }) => lane)).size < 2) continue;
      for (const stay of [...stays, ...others]) affected.add(stay);
      for (const set of [one, other]) setNames.add(set.split(' ').map(enumLabel).join(' + '));
    }
  }
  if (affected.size === 0) return [];
  const forwarded = isForwarded(call.room);
  const decodable = [...affected].every(decodesBoth) && sets.every(([set]) => isBasic(set));
  return [
    {
      rule: 'codec-mismatch',
      severity: forwarded && !decodable ? 'warning' : 'info',
      title: t(
        '{0} sent different video codecs: {1}',
        peopleOfStays([...affected], call, format),
        [...setNames].slice(0, 4).join(' / '),
      ),
      evidence: evidenceOf([...affected], 'start'),
      meaning: forwarded
        ? joinSentences([
            t(
              'A group room forwards video as it was sent and does not transcode it: a device that cannot decode another’s codec sees no picture of that participant.',
            ),
            sets.some(([set]) => set.split(' ').includes('h264'))
              ? t('Most browsers decode VP8 and H264; some Android devices lack H264.')
              : '',
          ])
        : t(
            'In this type of room each pair of clients agrees on a codec, so this is mostly harmless. If somebody saw no picture, look here.',
          ),
      check: forwarded
        ? t('VP8 as the preferred video codec for everybody, and what these devices can decode.')
        : t('The preferred video codecs in the application, and what these devices can decode.'),
    },
  ];
};

/** The two codecs that every browser has to decode (RFC 7742). */
function isBasic(set: string): boolean {
  return set.split(' ').every((codec) => codec === 'vp8' || codec === 'h264');
}

/**
 * Browsers on computers, and iPhones and iPads, decode VP8 and H264, whichever they send. On Android it depends on the
 * device, also in a browser; of an unknown client nobody knows.
 */
function decodesBoth({ participant }: Stay): boolean {
  const { browser, platform } = clientOf(participant);
  const system = platform?.name ?? '';
  return (
    /^(?:ios|ipados|iphone os)$/i.test(system) ||
    (browser !== undefined && /^(?:mac|windows|linux|chrom)/i.test(system))
  );
}

function present({ arrival, span }: Stay): boolean {
  return arrival !== 'none' && span !== undefined;
}

/** The video codecs, sorted; undefined if none is known. */
function codecSet({ participant }: Stay): string | undefined {
  const codecs = (participant.read('codecs') ?? [])
    .slice(0, 16)
    .map((name) => normalizeEnum(name).replaceAll(/\s+/g, '_'));
  const video = [...new Set(codecs)]
    .filter((name) => name !== '' && name.length < 40 && !audio.has(name))
    .sort();
  return video.length > 0 ? video.join(' ') : undefined;
}

/** Whether any stay of one group overlaps with any of the other. */
function met(ones: readonly Stay[], others: readonly Stay[]): boolean {
  const [a, b] = [busyTimes(ones), busyTimes(others)];
  let [i, j] = [0, 0];
  for (let [x, y] = [a[i], b[j]]; x && y; [x, y] = [a[i], b[j]]) {
    if (x.start < y.end && y.start < x.end) return true;
    if (x.end <= y.end) i++;
    else j++;
  }
  return false;
}

/** Times with at least one stay, in order and without overlaps. */
function busyTimes(stays: readonly Stay[]): Span[] {
  const spans = stays.flatMap(({ span }) => span ?? []).sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
