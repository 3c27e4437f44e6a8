import { isJsonObject, parseJson } from './json.ts';

/** If no object ends within so many characters, the list is not as expected. */
const maxChunkLength = 200_000;

/**
 * `parseJson` of a text in pieces: an object that holds a long list of objects under the name `list`. The
 * pieces are not joined (see `bodyText`) if all objects of the list begin with the same field, as they do in
 * Twilio's pages.
 * @throws SyntaxError when the text is not JSON
 */
export function parseChunkedJson(pieces: readonly string[], list: string): unknown {
  return (pieces.length > 2 && parsePieces(pieces, list)) || parseJson(pieces.join(''));
}

/** Undefined if the text cannot be split, or is not JSON. */
function parsePieces([first = '', ...others]: readonly string[], list: string): unknown {
  const opening = `"${list}":[`;
  const start = first.indexOf(`${opening}{"`) + opening.length;
  const nameEnd = first.indexOf('":', start + 2);
  if (start < opening.length || nameEnd < 0) return undefined;
  // Stands between two objects of the list; never within a string, where a quote has a backslash before it.
  const separator = `,${first.slice(start, nameEnd + 2)}`;
  const head = first.slice(0, start);
  const rows: unknown[] = [];
  let rest = first.slice(start);
  try {
    JSON.parse(`${head}]}`); // Throws if the list is not a field of the object itself.
    for (const piece of others) {
      // Searched in this piece only, so that it is not joined to the rest. A separator that spans both is
      // missed: the objects around it are parsed with the next piece.
      const cut = piece.lastIndexOf(separator);
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
