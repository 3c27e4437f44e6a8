/**
 * The forms in which a secret may lie somewhere: as it is, as it stands in an
 * address, in HTML and in JSON, and within base64, wherever in it the secret
 * begins (the first and the last digits depend on what is beside it).
 */
export function formsOf(secret: string): string[] {
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const base64 = [0, 1, 2].map((before) => {
    const digits = Buffer.from('\0'.repeat(before) + secret)
      .toString('base64')
      .replace(/=+$/, '');
    return digits.slice(before === 0 ? 0 : before + 1, -1);
  });
  return [
    ...[secret, encodeURIComponent(secret), encodeURI(secret), html, JSON.stringify(secret).slice(1, -1)],
    ...base64.flatMap((digits) => [digits, digits.replaceAll('+', '-').replaceAll('/', '_')]),
  ];
}
