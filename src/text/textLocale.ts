/**
 * The locale of numbers, times and lists: that of the texts, so that no sentence mixes two languages.
 * Untranslated texts are English.
 * @param language the display language, BCP 47
 * @param translated whether there are texts in that language
 */
export function textLocale(language: string, translated: boolean): string {
  if (!translated && !/^en(-|$)/i.test(language)) return 'en';
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en'; // Not a valid language tag.
  }
}
