import { t } from '@vscode/l10n';
import { type QuickPickItem, window } from 'vscode';
import { hour } from '../../async/durations.ts';
import { commands } from '../../ids.ts';
import type { Slice } from '../../rooms/model/timeSlice.ts';
import { clockSteps, dayOf } from '../../rooms/window/calendar.ts';
import { parseTimeRange } from '../../rooms/window/parseTimeRange.ts';
import {
  reachesBeyondRetention,
  type WindowId,
  windowIds,
  windowText,
} from '../../rooms/window/timeWindow.ts';
import type { Format } from '../../text/format.ts';
import { acceptedItem } from '../quickPicks/acceptedItem.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { ListOptions } from '../settings/listOptions.ts';

/** Characters that fit into a line of a quick pick. */
const maxLabel = 70;

interface WindowItem extends QuickPickItem {
  readonly preset?: WindowId;
  readonly range?: Slice;
  /** Opens the list of this day's hours. */
  readonly day?: number;
}

/**
 * `setWindow` sets the time window of the list: one of the windows that end now, a day, hours of a day, or a
 * typed range. It takes a range as text too.
 */
export function windowCommands(listOptions: ListOptions, formatSettings: FormatSettings) {
  return {
    [commands.setWindow]: async (argument?: unknown) => {
      const typed = typeof argument === 'string' ? argument : '';
      const item = await chooseWindow(listOptions, formatSettings.format, typed);
      const chosen = item?.preset ?? item?.range;
      if (chosen) listOptions.setWindow(chosen);
      return chosen !== undefined;
    },
  };
}

async function chooseWindow(
  { window: current }: ListOptions,
  format: Format,
  typed: string,
): Promise<WindowItem | undefined> {
  const presets = windowIds.map((preset) => ({
    preset,
    label: windowText(preset, format),
    ...(preset === current && { description: t('shown now') }),
  }));
  const days = lastDays(format);
  const item = await pickTyped(
    {
      title: t('Set Time Window'),
      placeholder: t('Choose, or type a range: yesterday 14:00–16:00, Mon 9–11, last 6 h, 2026-11-20'),
      typed,
    },
    [...presets, ...days],
    format,
  );
  if (item?.day === undefined) return item;
  return pickTyped(
    {
      title: format.dayName(item.day),
      placeholder: t('Choose the hours, or type them: 14:00–16:30'),
      typed: '',
    },
    hoursOf(item.day, format),
    format,
    item.day,
  );
}

function lastDays(format: Format): WindowItem[] {
  return Array.from({ length: 8 }, (_, back) => {
    const day = dayOf(format.now(), format.zone, -back);
    return { day, label: `$(calendar) ${format.dayName(day)}`, description: t('choose the hours…') };
  });
}

function hoursOf(day: number, format: Format): WindowItem[] {
  const until = Math.min(dayOf(day, format.zone, 1), format.now());
  const items: WindowItem[] = [{ label: t('The whole day'), range: { after: day, before: until } }];
  const [first = day, ...hours] = clockSteps(day, until, hour, format.zone);
  let after = first;
  for (const next of hours) {
    const before = Math.min(next, until);
    items.push({ label: format.timeSpan(after, before), range: { after, before } });
    after = before;
  }
  return items;
}

/** A list that begins with the typed range as parsed, or with the reason why it cannot be parsed. */
function pickTyped(
  labels: { readonly title: string; readonly placeholder: string; readonly typed: string },
  items: readonly WindowItem[],
  format: Format,
  day?: number,
): Promise<WindowItem | undefined> {
  const pick = window.createQuickPick<WindowItem>();
  pick.title = format.titleOfTimes(labels.title);
  pick.placeholder = labels.placeholder;
  const show = (text: string) => {
    const typed = text.trim() === '' ? [] : typedItems(text, format, day);
    // Enter does nothing while no item is on the screen, so text that was typed fast would be lost.
    pick.items = [...typed, ...items].map((item) => ({ ...item, alwaysShow: true }));
  };
  const accepted = acceptedItem(pick);
  pick.value = labels.typed;
  show(labels.typed);
  return new Promise((resolve) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      const chosen = accepted();
      if (!chosen?.preset && !chosen?.range && chosen?.day === undefined) return;
      resolve(chosen);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** The range that a text means; if it may mean several, the question and a choice of them. */
function typedItems(text: string, format: Format, day: number | undefined): WindowItem[] {
  const range = parseTimeRange(text, format, day);
  if (!('problem' in range)) return [rangeItem(range, format)];
  const { problem, readings } = range;
  if (!readings) return [problemItem(problem)];
  const question = { label: t('This can be read in several ways: choose one') };
  return [question, ...readings.map((reading) => rangeItem(reading, format))];
}

/** In two lines if it is long, because a label that is too long is cut. */
function problemItem(problem: string): WindowItem {
  return problem.length > maxLabel
    ? { label: t('Not read as a range of time'), detail: problem }
    : { label: problem };
}

function rangeItem(range: Slice, format: Format): WindowItem {
  const now = format.now();
  const length = format.duration((range.before - range.after) / 1000);
  const retentionNote = reachesBeyondRetention(range, now)
    ? t('Twilio keeps rooms for 7 days: before {0} there are none', format.fullTime(now - 168 * hour))
    : '';
  return {
    label: `$(arrow-right) ${format.dateSpan(range.after, range.before)}`,
    description: length,
    range,
    ...(retentionNote && { detail: retentionNote }),
  };
}
