const plain = /^[a-z_]*$/;

/**
 * Normalizes the spelling of an enumeration's value: Twilio's products write both `in_progress` and
 * `in-progress`, `sao_paulo` and `sao-paulo`.
 */
export function normalizeEnum(value: string): string {
  if (plain.test(value)) return value;
  return value.trim().toLowerCase().replaceAll('-', '_');
}
