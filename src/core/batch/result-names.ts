import { safeFileName, shortenTitle, unusedName } from '../text/file-name.ts';

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
    const parts = [String(number).padStart(digits, '0'), safeFileName(title, '')];
    return unusedName(parts.filter((part) => part !== '').join(' '), taken);
  });
}

/** What a video is called where its row gives it no name: the first words of its hook. */
export function titleOf({ name, hook }: { readonly name: string; readonly hook: string }, number: number): string {
  const [firstLine = ''] = (name || hook).trim().split('\n');
  return shortenTitle(firstLine) || `Video ${number}`;
}
