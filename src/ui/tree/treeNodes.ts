import { t } from '@vscode/l10n';
import { commands } from '../../ids.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import { filterText } from '../../rooms/filter/filterText.ts';
import type { RoomFilter } from '../../rooms/filter/roomFilter.ts';
import type { Gap } from '../../rooms/model/timeSlice.ts';
import type { NextStep } from '../../text/explanation.ts';
import type { Format } from '../../text/format.ts';

/** Rooms of one status. */
export interface GroupNode {
  readonly kind: 'group';
  readonly status: string;
}

export interface RoomNode {
  readonly kind: 'room';
  /** The room's key in the store. */
  readonly key: string;
  readonly group: GroupNode;
}

export interface ParticipantNode {
  readonly kind: 'participant';
  readonly participant: Participant;
  readonly room: RoomNode;
}

/** Something that failed: the list (no room), a part of its window (`gap`) or a room's participants. */
export interface FailureNode {
  readonly kind: 'failure';
  readonly error: unknown;
  readonly gap?: Gap;
  readonly room?: RoomNode;
}

/** A next step below a failure. */
export interface StepNode {
  readonly kind: 'step';
  readonly step: NextStep;
  readonly failure: FailureNode;
}

/** The rest of a long group (`group`), or of a window that holds more than is loaded at once. */
export interface MoreNode {
  readonly kind: 'more';
  readonly group?: GroupNode;
  readonly shown: number;
  readonly total: number;
}

/** A line that says something: nobody joined, rows that could not be read. With a command, one that does something. */
export interface NoteNode {
  readonly kind: 'note';
  readonly id: string;
  readonly text: string;
  readonly icon: string;
  readonly command?: string;
}

export type RoomTreeNode =
  | GroupNode
  | RoomNode
  | ParticipantNode
  | FailureNode
  | StepNode
  | MoreNode
  | NoteNode;

/** What stands in place of the rooms where the filter leaves none of them. */
export function nothingMatches(filter: RoomFilter, format: Format): NoteNode[] {
  const text = t('No room matches: {0}', filterText(filter, format));
  return [
    { kind: 'note', id: 'filter/none', text, icon: 'filter' },
    {
      kind: 'note',
      id: 'filter/clear',
      text: t('Clear Filter'),
      icon: 'clear-all',
      command: commands.clearFilter,
    },
    {
      kind: 'note',
      id: 'filter/change',
      text: t('Change Filter…'),
      icon: 'filter-filled',
      command: commands.filter,
    },
  ];
}

/** Whether a command's argument is a node of the tree that stands for a room or somebody in it. */
export function roomOfNode(argument: unknown): RoomNode | undefined {
  if (typeof argument !== 'object' || argument === null || !('kind' in argument)) return undefined;
  const node = argument as RoomTreeNode;
  if (node.kind === 'room') return node;
  return node.kind === 'participant' || node.kind === 'failure' ? node.room : undefined;
}

/** Key of the participant that a command's argument stands for. */
export function participantOfNode(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('kind' in argument)) return undefined;
  const node = argument as RoomTreeNode;
  return node.kind === 'participant' ? node.participant.key : undefined;
}
