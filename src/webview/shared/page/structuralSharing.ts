/**
 * Structural sharing: returns `next` with every part that equals a part of `previous` replaced by that
 * object, so that unchanged parts are identical and not rendered again. Array items with a `key` are matched
 * by it, others by index. Both must be plain data, as messages are.
 */
export function shareStructure<T>(previous: unknown, next: T): T;
export function shareStructure(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next)) return previous;
  if (Array.isArray(next)) return Array.isArray(previous) ? shareItems(previous, next) : next;
  if (!isRecord(next) || !isRecord(previous)) return next;
  const names = Object.keys(next);
  const shared = Object.fromEntries(names.map((name) => [name, shareStructure(previous[name], next[name])]));
  const same =
    names.length === Object.keys(previous).length && names.every((name) => shared[name] === previous[name]);
  return same ? previous : shared;
}

function shareItems(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const byKey = new Map(previous.map((item) => [keyOf(item), item]));
  const shared = next.map((item, index) => {
    const key = keyOf(item);
    return shareStructure(key === undefined ? previous[index] : byKey.get(key), item);
  });
  const same = shared.length === previous.length && shared.every((item, index) => item === previous[index]);
  return same ? previous : shared;
}

function keyOf(item: unknown): string | undefined {
  return isRecord(item) && typeof item.key === 'string' ? item.key : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
