/** Names of files that every file system takes. */

/** In UTF-16 code units, which are at most 3 bytes each: with a number and an ending below the 255 bytes that file systems take. */
const LONGEST_NAME = 80;

/** What Windows keeps for devices, whatever their ending. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** What a file system refuses, and marks that turn a name's direction or cannot be seen in it. */
const REFUSED = /[\\/:*?"<>|\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]+/gu;

/**
 * A title as the name of a file, without its ending: at most 80 UTF-16 code units, in one line, hidden nowhere.
 * @param otherwise where nothing is left of the title.
 */
export function safeFileName(title: string, otherwise: string): string {
  const plain = shortenTitle(
    title
      .normalize('NFC')
      .replace(REFUSED, ' ')
      .replace(/^[. ]+/, ''),
  ).replace(/[. ]+$/, '');
  return DEVICE_NAME.test(plain) ? `${plain}_` : plain || otherwise;
}

/** One line of at most 80 UTF-16 code units: cut between words where that is near, never inside a character. */
export function shortenTitle(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_NAME) return line;
  const cut = [...new Intl.Segmenter().segment(line)]
    .filter(({ index, segment }) => index + segment.length <= LONGEST_NAME)
    .map(({ segment }) => segment)
    .join('');
  const space = cut.lastIndexOf(' ');
  return (space > LONGEST_NAME / 2 ? cut.slice(0, space) : cut).trim();
}

/** `clip.tar` of `clip.tar.gz`; a name that only begins with a dot has no ending. */
export function withoutEnding(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/, '');
}

/** A name that is not taken yet, and is from then on: else with a number, `Sale (2)`. Case makes no other name. */
export function unusedName(name: string, taken: Set<string>): string {
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name} (${count})`;
    if (taken.has(candidate.toLowerCase())) continue;
    taken.add(candidate.toLowerCase());
    return candidate;
  }
}
