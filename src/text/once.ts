/** Creates a value at first use and caches it: objects of `Intl` cost a millisecond or two each. */
export function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
