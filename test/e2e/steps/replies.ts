import type { IncomingMessage, ServerResponse } from 'node:http';
import { sampleApi } from '../../../src/sample/api/api.ts';
import type { ParticipantResource, RoomResource } from '../../../src/sample/world/resources.ts';
import type { SampleServer } from '../../sampleServer/server.ts';

/** What tests make of resources before they are sent. */
export interface Changes {
  readonly room?: (room: RoomResource) => object;
  readonly participant?: (participant: ParticipantResource) => object;
}

interface Body {
  rooms?: RoomResource[];
  participants?: ParticipantResource[];
}

/** Answers for the server as it would itself, to everybody, with every room and participant changed. */
export function answerChanged(
  api: SampleServer,
  request: IncomingMessage,
  response: ServerResponse,
  { room = (same) => same, participant = (same) => same }: Changes,
): true {
  const url = request.url ?? '';
  const reply = sampleApi({ world: api.world, origin: api.url })({ method: 'GET', url });
  const body = JSON.parse(reply.body) as Body | RoomResource;
  const changed =
    'room_sid' in body
      ? room(body as RoomResource)
      : {
          ...body,
          ...(body.rooms && { rooms: (body as Body).rooms?.map(room) }),
          ...(body.participants && { participants: (body as Body).participants?.map(participant) }),
        };
  response.writeHead(reply.status, reply.headers).end(JSON.stringify(changed));
  return true;
}

/** Answers as a service that is out of order. */
export function answerFailure(response: ServerResponse): true {
  response.writeHead(500, { 'content-type': 'application/json' }).end('{"code": 20500, "message": "Sorry"}');
  return true;
}
