import fc from 'fast-check';
import { Call } from '../../../src/calls/summary/call.ts';
import { Participant } from '../../../src/insights/resources/participant.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { arbitraryRoom, arbitraryRows } from '../../unit/calls/arbitraryCalls.ts';
import { format } from '../../unit/calls/calls.ts';
import { assertConsistent } from '../../unit/calls/consistency.ts';
import type { Target } from '../target.ts';

/** What is told of calls, held against their records and against itself. */
export const callTargets: readonly Target[] = [
  {
    name: 'calls, of which summary, findings and timeline must agree',
    property: fc.property(arbitraryRoom, arbitraryRows, (room, rows) => {
      const participants = rows.map((row) => new Participant({ ...row }));
      assertConsistent(new Call(new Room({ ...room }), participants, format), format);
      return true;
    }),
  },
];
