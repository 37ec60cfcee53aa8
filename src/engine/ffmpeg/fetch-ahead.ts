/**
 * Brings a file of the product into the browser's cache, so that whoever loads it next has it at once. A slow line may take
 * as long as it needs, as long as anything comes.
 * @param silenceSeconds longest time without a byte.
 * @param onBytes called for each part that came.
 * @throws what `onSilence` makes, and what `fetch` throws without a connection.
 */
export async function fetchAhead(
  address: string,
  silenceSeconds: number,
  { onBytes, onSilence }: { readonly onBytes: () => void; readonly onSilence: () => Error },
): Promise<void> {
  const given = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = () => {
    clearTimeout(timer);
    timer = setTimeout(() => given.abort(onSilence()), silenceSeconds * 1000);
  };
  listen();
  try {
    const { body } = await fetch(address, { signal: given.signal });
    const reader = body?.getReader();
    while (reader && !(await reader.read()).done) {
      listen();
      onBytes();
    }
  } finally {
    clearTimeout(timer);
  }
}
