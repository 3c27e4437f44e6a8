/**
 * One spelling for a value of an enumeration: Twilio's products write both
 * `in_progress` and `in-progress`, `sao_paulo` and `sao-paulo`.
 */
export function normalise(value: string): string {
  return value.trim().toLowerCase().replaceAll('-', '_');
}
