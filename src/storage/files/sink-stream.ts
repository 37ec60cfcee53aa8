import { openByteSink } from './byte-sink.ts';

/**
 * A new file of the origin's private file system as a stream, in a worker: closed, it is on disk; aborted, it is gone.
 * @throws as `openByteSink`; so do its writes.
 */
export async function openSinkStream(path: string): Promise<WritableStream<Uint8Array>> {
  const sink = await openByteSink(path);
  let position = 0;
  return new WritableStream({
    async write(chunk) {
      try {
        sink.write(chunk, position);
      } catch (error) {
        // A stream that has failed is aborted no more.
        await sink.discard();
        throw error;
      }
      position += chunk.byteLength;
    },
    close() {
      sink.flush();
      sink.close();
    },
    abort: () => sink.discard(),
  });
}
