/**
 * Maximum length of an answer in characters, about 4,000 tokens: an assistant pays for each token, and each
 * takes up its context.
 */
export const maxCharacters = 12_000;

/** Whether a text is short enough for the caller. */
export type Fits = (text: string) => boolean | PromiseLike<boolean>;

/**
 * The text with as many rows as fit, `maxRows` at most. The text itself states what is left out; undefined if
 * it does not fit even without rows.
 * @param build returns the text with this number of rows; more rows make it longer
 */
export async function withRowsThatFit(
  build: (rows: number) => string,
  maxRows: number,
  fits: Fits,
): Promise<string | undefined> {
  const whole = build(maxRows);
  if (await fits(whole)) return whole;
  let text: string | undefined;
  let [from, below] = [0, maxRows];
  while (from < below) {
    const rows = (from + below) >> 1;
    const tried = build(rows);
    if (await fits(tried)) {
      text = tried;
      from = rows + 1;
    } else below = rows;
  }
  return text;
}
