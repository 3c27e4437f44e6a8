import { twilioClient } from '../../contract/twilioPeer.ts';
import { type Listed, serve, type Task } from './side.ts';

serve(list);

/** The window by Twilio's own library, which keeps its connections alive. */
async function list({ origin, createdAfter, createdBefore }: Task): Promise<Listed> {
  const rooms = await twilioClient(origin).insights.v1.rooms.list({
    createdAfter: new Date(createdAfter),
    createdBefore: new Date(createdBefore),
    pageSize: 1000,
  });
  const distinct = new Set(rooms.map(({ roomSid }) => roomSid)).size;
  return { rooms: rooms.length, distinct, kept: rooms, close: async () => {} };
}
