import assert from 'node:assert/strict';
import { InsightsClient } from '../../../../src/insights/client/insightsClient.ts';
import { isRoomSid, type RoomSid } from '../../../../src/insights/core/sid.ts';
import type { RoomChange } from '../../../../src/rooms/model/storeState.ts';
import { RoomStore } from '../../../../src/rooms/store/roomStore.ts';
import { sampleApi } from '../../../../src/sample/api/api.ts';
import type { SampleReply } from '../../../../src/sample/api/replies.ts';
import { SampleTransport } from '../../../../src/sample/sampleTransport.ts';
import { SampleWorld } from '../../../../src/sample/world/world.ts';

export const minute = 60_000;

/** A store on a sample world in which time goes on as the test says, and what it asked for. */
export class LiveFixture {
  readonly world = new SampleWorld({ now: Date.now() });
  now = this.world.now;
  readonly store = new RoomStore();
  readonly changes: RoomChange[] = [];
  requests: string[] = [];
  /** Answers in place of the API, by the path. */
  fault: (path: string) => Partial<SampleReply> | undefined = () => undefined;

  /** The sample API without faults. */
  readonly api = sampleApi({ world: this.world, now: () => this.now });

  constructor() {
    const transport = new SampleTransport((request) => {
      this.requests.push(request.url);
      const fault = this.fault(request.url);
      return fault ? { status: 500, headers: {}, body: '{"code": 20500}', ...fault } : this.api(request);
    });
    this.store.use(new InsightsClient(transport, 'https://insights.twilio.com'));
    this.store.events.on('change', (change) => this.changes.push(change));
  }

  /** Lists the last 24 hours, and forgets the requests and changes so far. */
  async list(): Promise<void> {
    await this.store.list({ createdAfter: this.now - 1440 * minute, createdBefore: this.now });
    this.forget();
  }

  forget(): void {
    this.requests = [];
    this.changes.length = 0;
  }

  /** A poll after some time; the changes that it emits. */
  async poll(milliseconds: number, ...visible: string[]): Promise<RoomChange[]> {
    this.forget();
    this.now += milliseconds;
    assert.equal(await this.store.refreshLive(new Set(visible)), true);
    return [...this.changes];
  }

  /** The SID of the room at a position of the world. */
  sid(position: number): RoomSid {
    const { sid } = this.world.plan(position);
    return isRoomSid(sid) ? sid : assert.fail(sid);
  }

  /** Positions of the rooms in progress. */
  live(): number[] {
    return Array.from({ length: this.world.endAt(this.now) }, (_, at) => at).filter((at) =>
      this.world.isLive(at, this.now),
    );
  }
}
