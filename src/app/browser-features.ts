/** What the studio cannot do without and this browser has not, in plain words. */
export async function missingFeatures(): Promise<string[]> {
  const needed: readonly (readonly [present: boolean, words: string])[] = [
    [isSecureContext, 'a secure address (https or localhost)'],
    [await hasFileStorage(), 'private file storage (private windows have none)'],
    ['locks' in navigator, 'locks between tabs'],
    ['indexedDB' in globalThis, 'a database'],
    ['VideoEncoder' in globalThis && 'VideoDecoder' in globalThis, 'video encoding (WebCodecs)'],
    ['OffscreenCanvas' in globalThis, 'drawing in the background'],
  ];
  return needed.filter(([present]) => !present).map(([, words]) => words);
}

/** By opening it: private windows of Safari and Firefox name it, and refuse it. */
async function hasFileStorage(): Promise<boolean> {
  if (!('storage' in navigator && 'getDirectory' in navigator.storage)) return false;
  return await navigator.storage.getDirectory().then(
    () => true,
    () => false,
  );
}
