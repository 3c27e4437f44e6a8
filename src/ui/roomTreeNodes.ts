import type { Participant } from '../insights/participant.ts';
import type { NextStep } from '../rooms/explainFailure.ts';

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

/** Something that failed: the list (no room) or a room's participants. */
export interface FailureNode {
  readonly kind: 'failure';
  readonly error: unknown;
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

/** A line that only says something: nobody joined, rows that could not be read. */
export interface NoteNode {
  readonly kind: 'note';
  readonly id: string;
  readonly text: string;
  readonly icon: string;
}

export type RoomTreeNode =
  | GroupNode
  | RoomNode
  | ParticipantNode
  | FailureNode
  | StepNode
  | MoreNode
  | NoteNode;

/** Whether a command's argument is a node of the tree that stands for a room or somebody in it. */
export function roomOfNode(argument: unknown): RoomNode | undefined {
  if (typeof argument !== 'object' || argument === null || !('kind' in argument)) return undefined;
  const node = argument as RoomTreeNode;
  if (node.kind === 'room') return node;
  return node.kind === 'participant' || node.kind === 'failure' ? node.room : undefined;
}
