import { parseArgs } from 'node:util';
import type { RoomResource } from '../../src/sample/world/resources.ts';
import { SampleWorld } from '../../src/sample/world/world.ts';
import { startSampleServer } from '../sampleServer/server.ts';

// The sample API in a process of its own, so that its memory and CPU time are not the extension's. It caches its rooms.
class CachedWorld extends SampleWorld {
  readonly #rooms = new Map<number, RoomResource>();

  override room(position: number): RoomResource {
    const made = this.#rooms.get(position) ?? super.room(position);
    this.#rooms.set(position, made);
    return made;
  }
}

const { values } = parseArgs({ options: { size: { type: 'string', default: '10000' } } });
const world = new CachedWorld({ size: Number(values.size), now: Date.now() });
const server = await startSampleServer({ world });
console.log(server.url);
process.once('SIGTERM', () => void server.close());
