import { t } from '@vscode/l10n';
import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { commands, items } from '../ids.ts';
import type { Room } from '../insights/room.ts';
import type { Severity } from '../protocol.ts';
import { enumWord } from '../rooms/enumWords.ts';
import { explainFailure } from '../rooms/explainFailure.ts';
import type { Format } from '../rooms/format.ts';
import { participantName } from '../rooms/participantsView.ts';
import {
  isPresent,
  participantLine,
  participantSpoken,
  roomFacts,
  roomLine,
  roomSpoken,
} from '../rooms/roomLine.ts';
import { roomStatus, roomTitle } from '../rooms/roomView.ts';
import { severityWord } from '../rooms/severityWord.ts';
import type {
  FailureNode,
  GroupNode,
  MoreNode,
  NoteNode,
  ParticipantNode,
  RoomNode,
  StepNode,
} from './roomTreeNodes.ts';

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;

/** Colours go with an icon of another shape, never alone. */
const colours = { live: 'charts.green', done: undefined, other: 'charts.yellow' } as const;

export function groupItem(group: GroupNode, count: number, problems: number, format: Format): TreeItem {
  const title = group.status === '' ? t('Status unknown') : enumWord(group.status);
  const item = new TreeItem(`${title} (${format.number(count)})`, count > 0 ? Expanded : None);
  item.id = `group/${group.status}`;
  item.description = problems > 0 ? t('{0} with problems', format.number(problems)) : '';
  item.accessibilityInformation = {
    label: [title, format.rooms(count), item.description].filter(Boolean).join(', '),
  };
  return item;
}

/** A room, with the gravest finding of its call where that is known. */
export function roomItem(node: RoomNode, room: Room, worst: Severity | undefined, format: Format): TreeItem {
  const item = new TreeItem(roomTitle(room), room.sid ? Collapsed : None);
  item.id = `room/${node.key}`;
  const trouble = worst === 'error' || worst === 'warning' ? severityWord(worst) : '';
  item.description = [trouble, roomLine(room, format)].filter(Boolean).join(' · ');
  item.iconPath = roomIcon(room, worst);
  item.contextValue = items.room;
  item.accessibilityInformation = { label: [roomSpoken(room, format), trouble].filter(Boolean).join(', ') };
  item.command = { command: commands.openRoom, title: t('Open Room'), arguments: [node] };
  return item;
}

/** The tooltip of a room; made only when the pointer rests on it. */
export function roomTooltip(room: Room, format: Format): MarkdownString {
  const facts = roomFacts(room, format).map(([label, value]) => `${literal(label)}: ${literal(value)}`);
  return new MarkdownString(`**${literal(roomTitle(room))}**\n\n${facts.join('  \n')}`);
}

/** Text that Markdown shows as it is. `appendText` would do so too, but with spaces at which no line breaks. */
function literal(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

export function participantItem(node: ParticipantNode, room: Room | undefined, format: Format): TreeItem {
  const { participant } = node;
  const item = new TreeItem(participantName(participant), None);
  item.id = `room/${node.room.key}/participant/${participant.key}`;
  item.description = participantLine(participant, room, format);
  item.iconPath = participantIcon(node, room);
  item.contextValue = items.participant;
  item.accessibilityInformation = { label: participantSpoken(participant, room, format) };
  item.command = { command: commands.openRoom, title: t('Open Room'), arguments: [node] };
  return item;
}

export function failureItem(node: FailureNode, keepsRooms: boolean): TreeItem {
  const { title, detail } = explainFailure(node.error);
  const item = new TreeItem(title, Expanded);
  item.id = node.room ? `room/${node.room.key}/failure` : 'failure';
  item.description = keepsRooms ? t('not up to date') : detail;
  item.tooltip = detail;
  item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.contextValue = items.failure;
  item.accessibilityInformation = { label: `${title}. ${detail}` };
  return item;
}

export function stepItem(node: StepNode): TreeItem {
  const { label, icon, command } = steps(node);
  const item = new TreeItem(label, None);
  item.id = `${node.failure.room ? `room/${node.failure.room.key}/` : ''}step/${node.step}`;
  item.iconPath = new ThemeIcon(icon);
  item.command = { command, title: label, arguments: node.failure.room ? [node.failure.room] : [] };
  return item;
}

export function moreItem(node: MoreNode, format: Format): TreeItem {
  const label = node.group ? t('Show more') : t('Load more rooms');
  const item = new TreeItem(label, None);
  const [shown, total] = [format.number(node.shown), format.number(node.total)];
  item.id = `more/${node.group?.status ?? ''}`;
  item.description = node.group
    ? t('{0} of {1} shown', shown, total)
    : t('{0} loaded, there are more', shown);
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = { command: commands.loadMore, title: label, arguments: node.group ? [node] : [] };
  return item;
}

export function noteItem(node: NoteNode): TreeItem {
  const item = new TreeItem(node.text, None);
  item.id = node.id;
  item.iconPath = new ThemeIcon(node.icon);
  return item;
}

function roomIcon(room: Room, worst: Severity | undefined): ThemeIcon {
  if (worst === 'error') return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  if (worst === 'warning') return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  const { icon, tone } = roomStatus(room);
  const colour = colours[tone];
  return new ThemeIcon(icon, colour && new ThemeColor(colour));
}

function participantIcon({ participant }: ParticipantNode, room: Room | undefined): ThemeIcon {
  if (participant.errorCode !== undefined)
    return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  if (isPresent(participant, room)) return new ThemeIcon('person', new ThemeColor('charts.green'));
  return new ThemeIcon('person');
}

function steps({ step, failure }: StepNode): { label: string; icon: string; command: string } {
  switch (step) {
    case 'retry': {
      const command = failure.room ? commands.refreshRoom : commands.refresh;
      return { label: t('Retry'), icon: 'refresh', command };
    }
    case 'showLog':
      return { label: t('Show Log'), icon: 'output', command: commands.showLog };
    case 'signIn':
      return { label: t('Sign In Again'), icon: 'key', command: commands.signIn };
  }
}
