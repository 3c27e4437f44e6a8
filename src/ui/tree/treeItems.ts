import { t } from '@vscode/l10n';
import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { type Severity, severityLabel } from '../../calls/findings/common/severity.ts';
import { commands, items } from '../../ids.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { Gap } from '../../rooms/model/timeSlice.ts';
import { enumLabel } from '../../text/enumLabels.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import type { Format } from '../../text/format.ts';
import { joinList, joinSentences, separator } from '../../text/joinText.ts';
import { literal } from '../../text/markdown.ts';
import { fullName } from '../../text/names/participantLabels.ts';
import { isPresent, participantAccessibleLabel, participantLine } from '../../text/participantText.ts';
import { plainText } from '../../text/plainText.ts';
import { mainFields, roomAccessibleLabel, roomRow, roomStatus, roomTitle } from '../../text/roomText.ts';
import { afterName, withoutIsolates } from '../../unicode/isolate.ts';
import { openSettings, proxySettings } from '../common/proxySettings.ts';
import type {
  FailureNode,
  GroupNode,
  MoreNode,
  NoteNode,
  ParticipantNode,
  RoomNode,
  StepNode,
} from './treeNodes.ts';

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;

/** A colour never carries meaning alone: each goes with a different icon. */
const colours = { live: 'charts.green', done: undefined, other: 'charts.yellow' } as const;

/** Row of a group, with its number of rooms and of rooms with problems. */
export function groupItem(group: GroupNode, count: number, problems: number, format: Format): TreeItem {
  const title = group.status === '' ? t('Status unknown') : enumLabel(group.status);
  const item = new TreeItem(`${title} (${format.number(count)})`, count > 0 ? Expanded : None);
  item.id = `group/${group.status}`;
  item.description = problems > 0 ? t('{0} with problems', format.number(problems)) : '';
  item.accessibilityInformation = {
    label: joinList([title, format.rooms(count), item.description]),
  };
  return item;
}

/** Data of a room's row that is not in the room itself. */
export interface RoomItemInput {
  /** The most severe finding of its call and its code; undefined while its participants are not known. */
  readonly verdict:
    | { readonly severity: Severity | undefined; readonly problemCode: number | undefined }
    | undefined;
  readonly watched: boolean;
  readonly expanded: boolean;
  /** Number of participants; undefined unless all are loaded. */
  readonly participantCount: number | undefined;
}

/** Row of a room; opens the room. */
export function roomItem(
  node: RoomNode,
  room: Room,
  { verdict, watched, expanded, participantCount }: RoomItemInput,
  format: Format,
): TreeItem {
  const title = withoutIsolates(roomTitle(room));
  const item = new TreeItem(title, !room.sid ? None : expanded ? Expanded : Collapsed);
  item.id = `room/${node.key}`;
  const worst = verdict?.severity;
  const label = worst === 'error' || worst === 'warning' ? severityLabel(worst) : '';
  const code = label && verdict?.problemCode !== undefined ? String(verdict.problemCode) : '';
  const watchedText = watched ? t('watched') : '';
  // A narrow view cuts the end: what happened comes first, then when, and for how long.
  const parts = [code || label, roomRow(room, format, participantCount), watchedText];
  item.description = afterName(title, parts.filter(Boolean).join(separator));
  item.iconPath = roomIcon(room, verdict);
  item.contextValue = watched ? items.watchedRoom : room.live ? items.liveRoom : items.room;
  item.accessibilityInformation = {
    label: joinList(
      [roomAccessibleLabel(room, format, participantCount), code, label, watchedText].filter(Boolean),
    ),
  };
  item.command = { command: commands.openRoom, title: t('Open Room'), arguments: [node] };
  return item;
}

/** Tooltip of a room, with a summary of the call if known; created only when the pointer rests on the row. */
export function roomTooltip(room: Room, summary: string | undefined, format: Format): MarkdownString {
  const fields = mainFields(room, format).map(([label, value]) => `${literal(label)}: ${literal(value)}`);
  const text = summary === undefined ? [] : [literal(summary)];
  return new MarkdownString([`**${literal(roomTitle(room))}**`, ...text, fields.join('  \n')].join('\n\n'));
}

/**
 * Tooltip of a participant: the full identity, the times of the stay, and the meaning of the error that ended
 * it.
 * @param lines of the stay; undefined while not all participants of the room are known
 */
export function stayTooltip(
  { participant, label }: ParticipantNode,
  lines: readonly string[] | undefined,
): MarkdownString | undefined {
  const full = fullName(participant, label);
  const shown = lines ?? (full === undefined ? [] : [label, full]);
  const [name, ...details] = shown.map((line) => literal(plainText(line)));
  return name === undefined ? undefined : new MarkdownString(`**${name}**\n\n${details.join('  \n')}`);
}

/**
 * Row of a participant; opens the room with the participant selected.
 * @param severity of the stay; undefined while not all participants of the room are known
 */
export function participantItem(
  node: ParticipantNode,
  room: Room | undefined,
  severity: Severity | 'none' | undefined,
  format: Format,
): TreeItem {
  const { participant, label } = node;
  const item = new TreeItem(label, None);
  item.id = `room/${node.room.key}/participant/${participant.key}`;
  item.description = afterName(label, participantLine(participant, room, format));
  item.iconPath = participantIcon(node, room, severity);
  item.contextValue = items.participant;
  item.accessibilityInformation = { label: participantAccessibleLabel(label, participant, room, format) };
  item.command = { command: commands.openRoom, title: t('Open Room'), arguments: [node] };
  return item;
}

/** Row of a failed list, or of participants that failed to load. */
export function failureItem(node: FailureNode, keepsRooms: boolean): TreeItem {
  const { title, detail } = explainFailure(node.error);
  const item = new TreeItem(title, Expanded);
  item.id = node.room ? `room/${node.room.key}/failure` : 'failure';
  item.description = keepsRooms ? t('not up to date') : detail;
  item.tooltip = detail;
  item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.contextValue = items.failure;
  item.accessibilityInformation = { label: joinSentences([t('{0}.', title), detail]) };
  return item;
}

/** Row of a part of the time window whose rooms could not be loaded and are missing from the list. */
export function gapItem(node: FailureNode, gap: Gap, format: Format): TreeItem {
  const { title, detail } = explainFailure(node.error);
  const span = format.timeSpan(gap.after, gap.before);
  const item = new TreeItem(t('Rooms missing: {0}', span), Expanded);
  item.id = gapId(gap);
  item.description = title;
  item.tooltip = joinSentences([t('{0}.', title), detail]);
  item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.contextValue = items.failure;
  item.accessibilityInformation = { label: joinSentences([t('{0}.', t('Rooms missing: {0}', span)), title]) };
  return item;
}

function gapId({ after, before }: Gap): string {
  return `gap/${after}-${before}`;
}

/** Row of a next step below a failure. */
export function stepItem(node: StepNode): TreeItem {
  const { label, icon, command } = steps(node);
  const item = new TreeItem(label, None);
  const { room, gap } = node.failure;
  item.id = `${room ? `room/${room.key}/` : gap ? `${gapId(gap)}/` : ''}step/${node.step}`;
  item.iconPath = new ThemeIcon(icon);
  const subject = node.step === 'proxySettings' ? proxySettings : (room ?? (gap && node.failure));
  item.command = { command, title: label, arguments: subject ? [subject] : [] };
  return item;
}

/** Row that shows or loads more rooms. */
export function moreItem(node: MoreNode, format: Format): TreeItem {
  const label = node.group ? t('Show more') : t('Load more rooms');
  const item = new TreeItem(label, None);
  const [shown, total] = [format.number(node.shown), format.number(node.total)];
  item.id = `more/${node.group?.status ?? ''}`;
  item.description = node.group
    ? t('{0} of {1} shown', shown, total)
    : node.total > node.shown
      ? t('{0} loaded, about {1} in all', shown, format.roughly(node.total))
      : t('{0} loaded, there are more', shown);
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = { command: commands.loadMore, title: label, arguments: node.group ? [node] : [] };
  return item;
}

/** Row with a note. */
export function noteItem(node: NoteNode): TreeItem {
  const item = new TreeItem(node.text, None);
  item.id = node.id;
  item.iconPath = new ThemeIcon(node.icon);
  item.tooltip = node.text;
  if (node.command) item.command = { command: node.command, title: node.text };
  return item;
}

/** A tick only for a room that was looked at: "completed" says nothing of its participants. */
function roomIcon(room: Room, verdict: RoomItemInput['verdict']): ThemeIcon {
  const worst = verdict?.severity;
  if (worst === 'error') return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  if (worst === 'warning') return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  const { icon, tone } = roomStatus(room);
  const colour = colours[tone];
  return new ThemeIcon(icon === 'pass' && !verdict ? 'circle-small' : icon, colour && new ThemeColor(colour));
}

function participantIcon(
  { participant }: ParticipantNode,
  room: Room | undefined,
  severity: Severity | 'none' | undefined,
): ThemeIcon {
  if (severity === 'error' || (severity === undefined && participant.errorCode !== undefined))
    return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  // An error that did not end the stay.
  if (severity === 'warning') return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  if (isPresent(participant, room)) return new ThemeIcon('person', new ThemeColor('charts.green'));
  return new ThemeIcon('person');
}

function steps({ step, failure }: StepNode): { label: string; icon: string; command: string } {
  switch (step) {
    case 'retry': {
      const command = failure.room
        ? commands.refreshRoom
        : failure.gap
          ? commands.loadMore
          : commands.refresh;
      return { label: t('Retry'), icon: 'refresh', command };
    }
    case 'showLog':
      return { label: t('Show Log'), icon: 'output', command: commands.showLog };
    case 'signIn':
      return { label: t('Sign In Again'), icon: 'key', command: commands.signIn };
    case 'proxySettings':
      return { label: t('Proxy Settings'), icon: 'settings-gear', command: openSettings };
  }
}
