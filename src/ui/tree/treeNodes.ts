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
  /** Its label among those of the room, see `participantLabels`. */
  readonly label: string;
  readonly room: RoomNode;
}

/** A failure to load the list (no `room`), a part of its time window (`gap`) or a room's participants. */
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

/**
 * Stands for the rest of a long group (`group`), or of a time window with more rooms than are loaded at once.
 */
export interface MoreNode {
  readonly kind: 'more';
  readonly group?: GroupNode;
  readonly shown: number;
  readonly total: number;
}

/** A note, such as that nobody joined or that rows could not be read. With a command, it can be clicked. */
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

/** The notes that replace the rooms if none matches the filter. */
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

/** The room of a command's argument, if that is a node of a room, its participant or its failure. */
export function roomOfNode(argument: unknown): RoomNode | undefined {
  if (typeof argument !== 'object' || argument === null || !('kind' in argument)) return undefined;
  const node = argument as RoomTreeNode;
  if (node.kind === 'room') return node;
  return node.kind === 'participant' || node.kind === 'failure' ? node.room : undefined;
}

/** Key of the participant of a command's argument, if that is a participant's node. */
export function participantOfNode(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('kind' in argument)) return undefined;
  const node = argument as RoomTreeNode;
  return node.kind === 'participant' ? node.participant.key : undefined;
}
