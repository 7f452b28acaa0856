/**
 * Asks for the fonts that the first screen is set in, by the letters of what it will show. A browser asks for a font only when it
 * lays out a text in it: by then the text is laid out in another one first, and a table of thousands of words is laid out twice.
 */
export function fetchFonts(shown: string): void {
  const letters = [/[a-z]/, /[\u1ea0-\u1ef9]/, /[\u0e80-\u0eff]/].flatMap(
    (one) => one.exec(shown)?.[0] ?? [],
  );
  for (const font of fonts) void document.fonts.load(font, letters.join('')).catch(() => {});
}

/** As `styles/tokens.css` has them. What the parties write is set in the serif, what the node says in the sans. */
const fonts = ['1rem "Noto Sans", "Noto Sans Lao", "Noto Serif", "Noto Serif Lao"', '600 1rem "Noto Sans"'];
