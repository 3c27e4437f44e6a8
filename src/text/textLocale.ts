/**
 * The language in which numbers, times and lists are written: that of the
 * texts, so that no sentence is in two languages. English texts stand where
 * there is no translation.
 * @param language the display language, BCP 47
 * @param translated whether there are texts in that language
 */
export function textLocale(language: string, translated: boolean): string {
  if (!translated && !/^en(-|$)/i.test(language)) return 'en';
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en'; // Not the name of a language.
  }
}
