import assert from 'node:assert/strict';
import { LazyValue } from '../../../src/async/lazyValue.ts';

describe('A value that is loaded at first use', () => {
  it('is loaded once for all, and not before', async () => {
    let loads = 0;
    const value = new LazyValue(async () => ++loads);
    assert.equal(loads, 0);
    assert.deepEqual(await Promise.all([value.get(), value.get()]), [1, 1]);
    assert.equal(await value.get(), 1);
  });

  it('is loaded again at the next use after a load has failed', async () => {
    let loads = 0;
    const value = new LazyValue(async () => {
      if (++loads === 1) throw new Error('no such file');
      return loads;
    });
    const both = await Promise.allSettled([value.get(), value.get()]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.equal(loads, 1, 'callers share a load that fails too');
    assert.equal(await value.get(), 2);
    assert.equal(await value.get(), 2);
  });

  it('is handed to a disposal only if there is one, and a failed load is none', async () => {
    let fails = true;
    const value = new LazyValue(async () => {
      if (fails) throw new Error('no such file');
      return 'services';
    });
    const disposed: string[] = [];
    const dispose = () => value.ifLoaded((one) => disposed.push(one));
    await dispose();
    const failing = value.get();
    const disposing = dispose();
    await assert.rejects(failing);
    await disposing;
    await dispose();
    assert.deepEqual(disposed, []);
    fails = false;
    const loading = value.get();
    await Promise.all([dispose(), loading]);
    await dispose();
    assert.deepEqual(disposed, ['services', 'services']);
  });
});
