import assert from 'node:assert/strict';
import { at, failed, finding, findings, over, stay } from '../../calls.ts';
import { browser, edge } from '../ruleCases.ts';

describe('Findings of what differs', () => {
  const edgeFails = (minute: number) =>
    stay('Bob', at(minute), at(minute + 1), failed(53405, browser('Edge', '110.1')));
  const chromeWorks = () => stay('Bob', at(10), at(50), browser('Chrome'));

  it('name the browser that failed and the one that worked, of one person', () => {
    const found = finding(
      'what-differs',
      over,
      stay('Alice', at(1), at(50)),
      edgeFails(1),
      edgeFails(4),
      chromeWorks(),
    );
    assert.equal(
      found?.title,
      'Bob: all 2 stays with Edge 110 ended with 53405, media connection failed, and it worked with Chrome 120',
    );
    assert.equal(found?.severity, 'warning');
    assert.deepEqual(
      found?.evidence.map(({ name, time }) => [name, time]),
      [
        ['Bob', at(2)],
        ['Bob', at(5)],
      ],
    );
  });

  it('name what only those who dropped have, and how many others have not', () => {
    const found = finding(
      'what-differs',
      over,
      stay('Alice', at(1), at(10), failed(53405, browser('Safari', '17.1'))),
      stay('Bob', at(1), at(20), failed(53405, browser('Safari', '17.4'))),
      ...['C', 'D', 'E'].map((name) => stay(name, at(1), at(50), browser('Chrome'))),
    );
    assert.equal(
      found?.title,
      'Alice and Bob with 53405, media connection failed have Safari 17 in common; none of 3 people without it has',
    );
    assert.match(found?.meaning ?? '', /can still be chance\.$/);
  });

  it('name everything that differs, because any of it can be the cause', () => {
    const on = (platform: string, name: string, place: string) => ({
      publisher_info: { browser_name: name, browser_version: '120.0', platform_name: platform },
      edge_location: place,
    });
    const hospital = [1, 4].map((minute) =>
      stay('Bob', at(minute), at(minute + 1), failed(53405, on('Windows', 'Edge', 'ashburn'))),
    );
    const found = finding(
      'what-differs',
      over,
      ...[stay('Alice', at(1), at(50)), ...hospital],
      stay('Bob', at(10), at(50), on('iOS', 'Safari', 'frankfurt')),
    );
    assert.match(
      found?.title ?? '',
      /with Edge 120, Windows, and Ashburn ended with .* it worked with Safari 120, iOS, and Frankfurt$/,
    );
    assert.match(found?.meaning ?? '', /^Any of these can be the cause\./);
  });

  it('are of media and connections, not of tokens, names or quotas', () => {
    const tries = (code: number) =>
      [1, 4].map((minute) => stay('Bob', at(minute), at(minute + 1), failed(code, browser('Edge'))));
    const of = (code: number) => finding('what-differs', over, ...tries(code), chromeWorks());
    for (const code of [53000, 53001, 53002, 53204, 53400, 53403, 53405, 53407, 53408])
      assert.ok(of(code), `${code}`);
    for (const code of [20101, 20104, 53006, 53105, 53106, 53206, 53205, 53216, 53500, 53501, 59999])
      assert.equal(of(code), undefined, `${code}`);
  });

  it('name a browser on one platform if it works on another', () => {
    const on = (platform: string, name: string) => ({
      publisher_info: { browser_name: name, browser_version: '120.0', platform_name: platform },
    });
    const found = finding(
      'what-differs',
      over,
      ...['Alice', 'Bob'].map((name, n) =>
        stay(name, at(1), at(10 + n), failed(53402, on('Windows', 'Chrome'))),
      ),
      stay('C', at(1), at(50), on('Windows', 'Firefox')),
      ...['D', 'E'].map((name) => stay(name, at(1), at(50), on('macOS', 'Chrome'))),
    );
    assert.match(found?.title ?? '', / have Chrome 120 on Windows in common; none of 3 people /);
  });

  it('are one for each error code', () => {
    const dropped = (name: string, minute: number, code: number, place: string) =>
      stay(name, at(1), at(minute), failed(code, edge(place)));
    const found = findings(
      over,
      ...[dropped('A', 10, 53405, 'tokyo'), dropped('B', 15, 53405, 'tokyo')],
      ...[dropped('C', 20, 53001, 'sydney'), dropped('D', 25, 53001, 'sydney')],
      ...['E', 'F', 'G', 'H'].map((name) => stay(name, at(1), at(50), edge('dublin'))),
    ).filter(({ rule }) => rule === 'what-differs');
    assert.deepEqual(
      found.map(({ title }) => /Tokyo|Sydney/.exec(title)?.[0]),
      ['Tokyo', 'Sydney'],
    );
  });
});
