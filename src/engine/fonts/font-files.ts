/** Addresses of the bundled font files, by file name. Only what is listed here comes into the build. */
const ADDRESSES = import.meta.glob<string>(
  [
    '../../../node_modules/@fontsource-variable/inter/files/inter-*-wght-normal.woff2',
    '../../../node_modules/@fontsource/playfair-display/files/playfair-display-*-700-normal.woff2',
    '../../../node_modules/@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff2',
    '../../../node_modules/@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-700-normal.woff2',
    // Made by scripts/emoji-fonts.mjs.
    '../../../.cache/fonts/noto-color-emoji-*-400-normal.woff',
    '../../../node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-[0-9]*-700-normal.woff2',
    '../../../node_modules/@fontsource/noto-sans-kr/files/noto-sans-kr-[0-9]*-700-normal.woff2',
  ],
  // Without `exhaustive`, what lies in node_modules or in folders with a dot is passed over.
  { query: '?url', import: 'default', eager: true, exhaustive: true },
);

const ADDRESS_OF_FILE: ReadonlyMap<string, string> = new Map(
  Object.entries(ADDRESSES).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
);

/** @throws Error when the build lacks the file. */
export function fontAddress(file: string): string {
  const address = ADDRESS_OF_FILE.get(file);
  if (!address) throw new Error(`The build lacks the font file ${file}.`);
  return address;
}
