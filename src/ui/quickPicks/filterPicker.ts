import { t } from '@vscode/l10n';
import { InputBoxValidationSeverity, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import { facetTitle, facetValueLabel, filterText } from '../../rooms/filter/filterText.ts';
import { limitsText, parseLimits } from '../../rooms/filter/presets.ts';
import { roomFacets, roomFacetValues } from '../../rooms/filter/roomFacets.ts';
import {
  callFacets,
  type Facet,
  isCallFacet,
  isNoFilter,
  type Measure,
  type Range,
  type RoomFilter,
} from '../../rooms/filter/roomFilter.ts';
import { escapeIcons } from '../../text/escape.ts';
import type { SearchDependencies } from './dependencies.ts';

/** Values that are always offered, because the listed rooms may be filtered by the API already. */
const always: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  type: ['group', 'group_small', 'peer_to_peer', 'go'],
  codec: ['vp8', 'h264', 'vp9', 'opus'],
  recording: ['yes', 'no'],
  problem: ['error', 'warning'],
};

interface Step extends QuickPickItem {
  /** The filter to set. */
  readonly filter?: RoomFilter;
  /** Asks for the filter; undefined leaves it unchanged. */
  readonly ask?: () => Promise<RoomFilter | undefined>;
}

/**
 * Builds a filter criterion by criterion. Each takes effect at once. The list stays open between them until
 * the user leaves it, so that no key is lost; only a step that asks a question itself hides it.
 */
export function pickFilter(deps: SearchDependencies): Promise<void> {
  const pick = window.createQuickPick<Step>();
  pick.placeholder = t('Choose what to filter by, or type a part of the name or SID');
  let steps: readonly Step[] = [];
  let prompting = false;
  const show = () => {
    pick.items = [...typedSteps(deps, pick.value.trim()), ...steps];
  };
  const begin = () => {
    const { visibleRooms, store, formatSettings } = deps;
    pick.title = t(
      'Filter Rooms: {0} shown',
      formatSettings.format.roomsOf(visibleRooms.count, store.listedCount),
    );
    pick.value = '';
    steps = stepsOf(deps);
    show();
    pick.show();
  };
  const take = async ({ filter, ask }: Step) => {
    prompting = ask !== undefined;
    const chosen = filter ?? (await ask?.());
    prompting = false;
    if (chosen) deps.listOptions.setFilter(chosen);
    begin();
  };
  return new Promise((resolve, reject) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      const [step] = pick.selectedItems;
      if (step && !prompting)
        take(step).catch((error: unknown) => {
          pick.dispose();
          reject(error);
        });
    });
    pick.onDidHide(() => {
      if (prompting) return; // Hidden by the question of a step.
      resolve();
      pick.dispose();
    });
    begin();
  });
}

/** Offers to search names and SIDs for the typed text. */
function typedSteps({ listOptions }: SearchDependencies, text: string): Step[] {
  if (!text) return [];
  const label = `$(search) ${t('Name or SID contains “{0}”', escapeIcons(text))}`;
  return [{ label, alwaysShow: true, filter: { ...listOptions.filter, text } }];
}

function stepsOf(deps: SearchDependencies): Step[] {
  const { listOptions, formatSettings } = deps;
  const { format } = formatSettings;
  const { filter } = listOptions;
  const current: Step[] = isNoFilter(filter)
    ? []
    : [
        {
          label: `$(clear-all) ${t('Clear Filter')}`,
          description: escapeIcons(filterText(filter, format)),
          filter: {},
        },
      ];
  const recent = listOptions.recentFilters
    .filter((one) => filterText(one, format) !== filterText(filter, format))
    .map((one): Step => ({ label: `$(history) ${escapeIcons(filterText(one, format))}`, filter: one }));
  return [
    ...current,
    ...facetSteps(deps),
    measureStep(deps, 'duration'),
    measureStep(deps, 'size'),
    textStep(deps, 'text'),
    textStep(deps, 'name'),
    ...(recent.length > 0 ? [{ label: t('Recent'), kind: QuickPickItemKind.Separator }] : []),
    ...recent,
  ];
}

function facetSteps(deps: SearchDependencies): Step[] {
  const { listOptions, formatSettings } = deps;
  // Other call facets are set by bars of the overview, and offered here only while they are set.
  const offered = [...roomFacets, ...callFacets].filter(
    (facet) => !isCallFacet(facet) || facet === 'problem' || listOptions.filter.facets?.[facet]?.length,
  );
  return offered.map((facet): Step => {
    const chosen = listOptions.filter.facets?.[facet] ?? [];
    return {
      label: facetTitle(facet),
      description: formatSettings.format.list(
        chosen.map((value) => escapeIcons(facetValueLabel(facet, value))),
      ),
      ask: () => pickValues(deps, facet),
    };
  });
}

async function pickValues(
  { store, visibleRooms, listOptions, formatSettings }: SearchDependencies,
  facet: Facet,
) {
  const { format } = formatSettings;
  const calls = isCallFacet(facet) ? await visibleRooms.loadCalls() : undefined;
  const counts = new Map<string, number>((always[facet] ?? []).map((value) => [value, 0]));
  const chosen = listOptions.filter.facets?.[facet] ?? [];
  for (const value of chosen) counts.set(value, 0);
  for (const room of store.listedRooms()) {
    const values = isCallFacet(facet) ? calls?.facetsOf(room.key)?.[facet] : roomFacetValues(room, facet);
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const items = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([value, count]) => ({
      value,
      label: escapeIcons(facetValueLabel(facet, value)),
      description: format.rooms(count),
      picked: chosen.some((one) => normalizeEnum(one) === value || one === value),
    }));
  const picked = await window.showQuickPick(items, {
    title: facetTitle(facet),
    placeHolder: isCallFacet(facet)
      ? t('Known only of rooms whose participants are loaded')
      : t('Rooms with any of these are shown'),
    canPickMany: true,
  });
  if (!picked) return undefined;
  const { [facet]: _, ...others } = listOptions.filter.facets ?? {};
  const values = picked.map(({ value }) => value);
  return { ...listOptions.filter, facets: values.length > 0 ? { ...others, [facet]: values } : others };
}

function measureStep(deps: SearchDependencies, measure: 'duration' | 'size'): Step {
  const { listOptions, formatSettings } = deps;
  const range = listOptions.filter.ranges?.[measure];
  return {
    label: measureTitle(measure),
    description: range ? filterText({ ranges: { [measure]: range } }, formatSettings.format) : '',
    ask: () => pickRange(deps, measure),
  };
}

function measureTitle(measure: 'duration' | 'size'): string {
  return measure === 'duration' ? t('Duration') : t('Participants');
}

async function pickRange({ listOptions, formatSettings }: SearchDependencies, measure: 'duration' | 'size') {
  const text = await window.showInputBox({
    title: measureTitle(measure),
    value: limitsText(listOptions.filter.ranges?.[measure] ?? {}, measure),
    prompt:
      measure === 'duration'
        ? t('For example “> 10 min”, “< 30 s”, “5–15 min”, “2 h+”. Empty for any duration.')
        : t('For example “> 10”, “1”, “2–5”, “50+”. Empty for any number.'),
    validateInput: (typed) => {
      if (typed.trim() === '') return undefined;
      const read = parseLimits(typed, measure);
      if (!read) return t('This cannot be read as a limit.');
      // What was understood, before it is taken.
      const message = filterText({ ranges: { [measure]: read } }, formatSettings.format);
      return { message, severity: InputBoxValidationSeverity.Info };
    },
  });
  if (text === undefined) return undefined;
  const range = parseLimits(text, measure);
  const { [measure]: _, ...others } = listOptions.filter.ranges ?? {};
  const ranges: { [measure in Measure]?: Range } = range ? { ...others, [measure]: range } : others;
  return { ...listOptions.filter, ranges };
}

function textStep({ listOptions }: SearchDependencies, key: 'text' | 'name'): Step {
  const label = key === 'text' ? t('Text in the name or SID') : t('Room name, filtered by Twilio');
  return {
    label,
    description: escapeIcons(listOptions.filter[key] ?? ''),
    ask: async () => {
      const text = await window.showInputBox({
        title: label,
        value: listOptions.filter[key] ?? '',
        prompt:
          key === 'text'
            ? t('In the rooms that are loaded; upper and lower case are the same.')
            : t('Twilio lists only rooms of this name; whether a part of it will do is not documented.'),
      });
      if (text === undefined) return undefined;
      const { [key]: _, ...others } = listOptions.filter;
      return text.trim() === '' ? others : { ...others, [key]: text.trim() };
    },
  };
}
