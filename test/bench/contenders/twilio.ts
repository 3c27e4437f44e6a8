import { twilioClient } from '../../contract/twilioPeer.ts';
import { type Listed, serve, type Task } from './contender.ts';

serve(list);

/** Lists the window with Twilio's own library, on keep-alive connections. */
async function list({ origin, createdAfter, createdBefore }: Task): Promise<Listed> {
  const rooms = await twilioClient(origin).insights.v1.rooms.list({
    createdAfter: new Date(createdAfter),
    createdBefore: new Date(createdBefore),
    pageSize: 1000,
  });
  const distinct = new Set(rooms.map(({ roomSid }) => roomSid)).size;
  return { rooms: rooms.length, distinct, kept: rooms, close: async () => {} };
}
