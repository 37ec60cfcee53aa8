import { type Output, StreamTarget, type StreamTargetChunk } from 'mediabunny';
import { toStudioError } from '#core/errors.ts';
import type { ByteSink } from './byte-sink.ts';

/** Bytes that are handed to the sink at a time. */
const CHUNK_BYTES = 2 ** 20;

/** Lets the media library write into a sink, and keeps the sink's own errors, which say more than the stream's. */
export class SinkTarget {
  readonly stream: StreamTarget;
  #bytes = 0;
  #sinkError: unknown = null;

  constructor(sink: ByteSink) {
    const writable = new WritableStream<StreamTargetChunk>({
      write: ({ data, position }) => {
        try {
          sink.write(data, position);
        } catch (error) {
          this.#sinkError = error;
          throw error;
        }
        this.#bytes = Math.max(this.#bytes, position + data.byteLength);
      },
    });
    this.stream = new StreamTarget(writable, { chunked: true, chunkSize: CHUNK_BYTES });
  }

  /** Size of the file so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** @throws StudioError: the sink's, such as `disk-full`, where it has failed. */
  async guard(work: () => Promise<void>): Promise<void> {
    if (this.#sinkError !== null) throw toStudioError(this.#sinkError);
    try {
      await work();
    } catch (error) {
      throw toStudioError(this.#sinkError ?? error);
    }
  }

  /** Ends an output that is not finished. What was written stays in the sink. */
  async giveUp(output: Output): Promise<void> {
    // A stream that its sink has broken off needs no more giving up, and would only repeat the sink's error.
    if (output.state === 'started' && this.#sinkError === null) await this.guard(() => output.cancel());
  }
}
