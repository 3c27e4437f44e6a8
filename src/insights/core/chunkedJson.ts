import { isJsonObject, parseJson } from './json.ts';

/** So many characters without the end of an object, and the list is not as expected. */
const maxChunkLength = 200_000;

/**
 * `parseJson` of a text in pieces: an object that holds a long list of objects
 * under the name `list`. The text is never put together, see `bodyText`, where
 * the list's objects begin with the same field, as they do in Twilio's pages.
 * @throws SyntaxError when the text is not JSON
 */
export function parseChunkedJson(pieces: readonly string[], list: string): unknown {
  return (pieces.length > 2 && inParts(pieces, list)) || parseJson(pieces.join(''));
}

/** Undefined where the text cannot be taken apart, or is not JSON. */
function inParts([first = '', ...others]: readonly string[], list: string): unknown {
  const beginning = `"${list}":[`;
  const start = first.indexOf(`${beginning}{"`) + beginning.length;
  const nameEnd = first.indexOf('":', start + 2);
  if (start < beginning.length || nameEnd < 0) return undefined;
  // Between two of the list's objects; never within a text, where a quote has a backslash before it.
  const between = `,${first.slice(start, nameEnd + 2)}`;
  const head = first.slice(0, start);
  const rows: unknown[] = [];
  let rest = first.slice(start);
  try {
    JSON.parse(`${head}]}`); // Else the list is not a field of the object itself.
    for (const piece of others) {
      // Not in what is left and this together, which would be put together only for that. One that the two share is
      // passed over: the objects around it are parsed with the next piece.
      const cut = piece.lastIndexOf(between);
      if (cut < 0 && rest.length + piece.length > maxChunkLength) return undefined;
      if (cut >= 0) rows.push(...(parseJson(`[${rest}${piece.slice(0, cut)}]`) as unknown[]));
      rest = cut >= 0 ? piece.slice(cut + 1) : rest + piece;
    }
    const whole = parseJson(head + rest);
    const last = isJsonObject(whole) && whole[list];
    return Array.isArray(last) ? { ...(whole as object), [list]: rows.concat(last) } : undefined;
  } catch {
    return undefined;
  }
}
