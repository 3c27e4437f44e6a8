/** An answer has at most so many characters, about 4,000 tokens: an assistant pays for each, and forgets by them. */
export const maxCharacters = 12_000;

/** Whether a text is short enough for whoever asked. */
export type Fits = (text: string) => boolean | PromiseLike<boolean>;

/**
 * The text with as many rows as fit, at most `most`. What is left out, the text
 * says itself; undefined where it does not fit without any row either.
 * @param build the text with so many rows; more rows make it longer
 */
export async function withRowsThatFit(
  build: (rows: number) => string,
  most: number,
  fits: Fits,
): Promise<string | undefined> {
  const whole = build(most);
  if (await fits(whole)) return whole;
  let text: string | undefined;
  let [from, below] = [0, most];
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
