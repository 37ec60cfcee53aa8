/** In UTF-16 code units: with a number and an ending well below what file systems take, 255 bytes. */
const LONGEST_TITLE = 60;

/** What Windows keeps for devices, whatever their ending. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A row's number in the table, and what its video is called. */
export interface NumberedTitle {
  readonly number: number;
  readonly title: string;
}

/** Names of the videos' files without their ending, such as `07 Summer sale`: safe in every file system, no two alike. */
export function resultNames(titles: readonly NumberedTitle[]): string[] {
  const digits = Math.max(2, ...titles.map(({ number }) => String(number).length));
  const taken = new Set<string>();
  return titles.map(({ number, title }) => {
    const parts = [String(number).padStart(digits, '0'), safeTitle(title)];
    return unusedName(parts.filter((part) => part !== '').join(' '), taken);
  });
}

/** What a video is called where its row gives it no name: the first words of its hook. */
export function titleOf({ name, hook }: { readonly name: string; readonly hook: string }, number: number): string {
  const [firstLine = ''] = (name || hook).trim().split('\n');
  return shortened(firstLine) || `Video ${number}`;
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

function safeTitle(title: string): string {
  const plain = shortened(
    title.normalize('NFC').replace(/[\\/:*?"<>|\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]+/gu, ' '),
  ).replace(/[. ]+$/, '');
  return DEVICE_NAME.test(plain) ? `${plain}_` : plain;
}

/** Cut between words where that is near, never inside a character. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_TITLE) return line;
  const cut = [...new Intl.Segmenter().segment(line)]
    .filter(({ index, segment }) => index + segment.length <= LONGEST_TITLE)
    .map(({ segment }) => segment)
    .join('');
  const space = cut.lastIndexOf(' ');
  return (space > LONGEST_TITLE / 2 ? cut.slice(0, space) : cut).trim();
}
