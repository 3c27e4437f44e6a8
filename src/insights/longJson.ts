import { isJsonObject, parseJson } from './json.ts';

/** So many characters without the end of an object, and the list is not as expected. */
const mostAtOnce = 200_000;

/**
 * `parseJson` of a text in pieces: an object that holds a long list of objects
 * under the name `list`. The text is never put together, see `bodyText`, where
 * the list's objects begin with the same field, as they do in Twilio's pages.
 * @throws SyntaxError when the text is not JSON
 */
export function parseLongJson(pieces: readonly string[], list: string): unknown {
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
      const text = rest + piece;
      const cut = text.lastIndexOf(between);
      if (cut < 0 && text.length > mostAtOnce) return undefined;
      if (cut > 0) rows.push(...(parseJson(`[${text.slice(0, cut)}]`) as unknown[]));
      rest = cut > 0 ? text.slice(cut + 1) : text;
    }
    const whole = parseJson(head + rest);
    const last = isJsonObject(whole) && whole[list];
    return Array.isArray(last) ? { ...(whole as object), [list]: rows.concat(last) } : undefined;
  } catch {
    return undefined;
  }
}
