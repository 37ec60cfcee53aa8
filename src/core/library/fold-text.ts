/** Letters that Unicode does not take apart into a base and an accent, though people look for them by the base. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ł: 'l',
  ı: 'i',
  // What a sigma looks like at the end of a word.
  ς: 'σ',
  þ: 'th',
  ð: 'd',
};

/** A text as it is compared: without case, accents and differences of width. Folding twice changes nothing more. */
export function foldText(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[ßæœøđħłıςþð]/g, (letter) => LETTERS[letter] ?? letter)
      // Again: lower case of a few capitals brings an accent of its own (İ).
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
  );
}
