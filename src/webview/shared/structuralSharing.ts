/**
 * `next`, with every part that equals a part of `previous` replaced by that
 * very object, so that what did not change can be recognised by identity and is
 * not drawn again. Items of arrays that have a `key` are matched by it, others
 * by position. Both must be plain data, as a message is.
 */
export function shareStructure<T>(previous: unknown, next: T): T;
export function shareStructure(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next)) return previous;
  if (Array.isArray(next)) return Array.isArray(previous) ? shareItems(previous, next) : next;
  if (!isRecord(next) || !isRecord(previous)) return next;
  const names = Object.keys(next);
  const kept = Object.fromEntries(names.map((name) => [name, shareStructure(previous[name], next[name])]));
  const same =
    names.length === Object.keys(previous).length && names.every((name) => kept[name] === previous[name]);
  return same ? previous : kept;
}

function shareItems(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const byKey = new Map(previous.map((item) => [keyOf(item), item]));
  const kept = next.map((item, index) => {
    const key = keyOf(item);
    return shareStructure(key === undefined ? previous[index] : byKey.get(key), item);
  });
  const same = kept.length === previous.length && kept.every((item, index) => item === previous[index]);
  return same ? previous : kept;
}

function keyOf(item: unknown): string | undefined {
  return isRecord(item) && typeof item.key === 'string' ? item.key : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
