/**
 * In which of its languages a text is read: the screen's, else the first of `order` that it is written in (ours, then the
 * other authentic ones as the founding has them), else English, else whichever comes first. The keys of a value are sorted by
 * their bytes, so their order says nothing.
 */
export function pickTextLanguage(
  texts: Readonly<Record<string, unknown>>,
  screen: string,
  order: readonly string[],
): string | undefined {
  const isWritten = (lang: string): boolean => typeof texts[lang] === 'string' && texts[lang] !== '';
  return [screen, ...order, 'en'].find(isWritten) ?? Object.keys(texts).find(isWritten);
}

/** The languages of a programme as one side reads them: its own first, then as the founding has them. */
export function oursFirst(languages: readonly string[], own: string | undefined): readonly string[] {
  if (own === undefined || !languages.includes(own)) return languages;
  return [own, ...languages.filter((lang) => lang !== own)];
}
