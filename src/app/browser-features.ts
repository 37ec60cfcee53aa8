/** What the studio cannot do without and this browser has not, in plain words. */
export function missingFeatures(): string[] {
  const needed: readonly (readonly [present: boolean, words: string])[] = [
    [isSecureContext, 'a secure address (https or localhost)'],
    ['storage' in navigator && 'getDirectory' in navigator.storage, 'private file storage'],
    ['locks' in navigator, 'locks between tabs'],
    ['indexedDB' in globalThis, 'a database'],
    ['VideoEncoder' in globalThis && 'VideoDecoder' in globalThis, 'video encoding (WebCodecs)'],
    ['OffscreenCanvas' in globalThis, 'drawing in the background'],
  ];
  return needed.filter(([present]) => !present).map(([, words]) => words);
}
