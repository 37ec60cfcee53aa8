import { type InputVideoTrack, type VideoSample, VideoSampleSink } from 'mediabunny';

/** What is on screen at these times, as far as decoding gets in so many seconds. The caller closes each sample. */
export async function* samplesWithin(
  limitSeconds: number,
  track: InputVideoTrack,
  times: readonly number[],
): AsyncGenerator<VideoSample, void, undefined> {
  const deadline = performance.now() + limitSeconds * 1000;
  const samples = new VideoSampleSink(track).samplesAtTimestamps(times);
  try {
    while (performance.now() < deadline) {
      const step = await within((deadline - performance.now()) / 1000, nextOf(samples));
      if (!step || step.done) return;
      if (step.value) yield step.value;
    }
  } finally {
    // Not awaited: after a hang it would never answer. Disposing the input ends it.
    samples.return().catch(() => undefined);
  }
}

/** Null at a damaged stretch: the reader holds the picture before it, and who asks does without. */
async function nextOf<T>(samples: AsyncGenerator<T, void, unknown>): Promise<IteratorResult<T, void> | null> {
  try {
    return await samples.next();
  } catch {
    return null;
  }
}

/** Null where it takes longer. */
export async function within<T>(seconds: number, work: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), seconds * 1000);
  });
  // Disposing the input fails work that was given up.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
