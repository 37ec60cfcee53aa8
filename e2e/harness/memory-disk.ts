import type { PartIndex } from '#core/render/render-part.ts';
import type { OwnedSink, PartFiles } from './whole-render.ts';

/** Files in memory, on a disk as small as a test wants. */
export class MemoryDisk {
  #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  create(): MemorySink {
    return new MemorySink((bytes) => {
      this.#room -= bytes;
      if (this.#room < 0) throw new DOMException('No room.', 'QuotaExceededError');
    });
  }

  partFiles(): PartFiles {
    const files = new Map<PartIndex, MemorySink>();
    return {
      open: async (index) => {
        const file = this.create();
        files.set(index, file);
        return file;
      },
      read: async (index) => files.get(index)?.toBlob() ?? new Blob(),
    };
  }
}

class MemorySink implements OwnedSink {
  readonly #take: (bytes: number) => void;
  #bytes = new Uint8Array(2 ** 20);
  #size = 0;
  flushed = false;

  constructor(take: (bytes: number) => void) {
    this.#take = take;
  }

  write(bytes: Uint8Array, position: number): void {
    const end = position + bytes.byteLength;
    this.#take(Math.max(0, end - this.#size));
    if (end > this.#bytes.byteLength) {
      const larger = new Uint8Array(2 * end);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, position);
    this.#size = Math.max(this.#size, end);
  }

  flush(): void {
    this.flushed = true;
  }

  close(): void {
    // Memory needs none.
  }

  toBlob(): Blob {
    return new Blob([this.#bytes.subarray(0, this.#size)]);
  }
}
