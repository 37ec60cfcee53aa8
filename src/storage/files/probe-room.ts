import { toStudioError } from '#core/errors.ts';
import { type ByteSink, openByteSink } from './byte-sink.ts';

/**
 * Room on the disk, found out by making a file of that size, in a worker: `navigator.storage.estimate()` answers with an
 * artificial figure (Chromium: what is used and 10 GiB more). Nothing is written into the file, and it is removed.
 */

const SMALLEST_PROBE_BYTES = 1e6;
const PROBE_MS = 100;

/** Whether so many more bytes can be stored. */
export function hasRoom(directory: string, bytes: number): Promise<boolean> {
  return withProbe(directory, (fits) => fits(bytes), false);
}

/**
 * At least how many more bytes can be stored: doubles until there is no room, `limit` is reached or it takes too long, as
 * it does in a private window, where files lie in memory.
 */
export function findRoom(directory: string, limit: number): Promise<{ bytes: number; isMore: boolean }> {
  return withProbe(
    directory,
    (fits) => {
      const started = performance.now();
      let bytes = 0;
      for (let next = SMALLEST_PROBE_BYTES; ; next = Math.min(limit, 2 * next)) {
        if (!fits(next)) return { bytes, isMore: false };
        bytes = next;
        if (bytes >= limit || performance.now() - started > PROBE_MS) return { bytes, isMore: true };
      }
    },
    { bytes: 0, isMore: false },
  );
}

async function withProbe<Answer>(
  directory: string,
  ask: (fits: (bytes: number) => boolean) => Answer,
  none: Answer,
): Promise<Answer> {
  let probe: ByteSink;
  try {
    probe = await openByteSink(`${directory}/room-${crypto.randomUUID()}`);
  } catch (error) {
    return refusedAsFull(error, none);
  }
  try {
    return ask((bytes) => canGrow(probe, bytes));
  } finally {
    await probe.discard();
  }
}

function canGrow(probe: ByteSink, bytes: number): boolean {
  try {
    probe.resize(Math.ceil(bytes));
    return true;
  } catch (error) {
    return refusedAsFull(error, false);
  }
}

function refusedAsFull<Answer>(error: unknown, answer: Answer): Answer {
  if (toStudioError(error).code !== 'disk-full') throw error;
  return answer;
}
