import type { EncodedPacketSink, InputVideoTrack, VideoSample } from 'mediabunny';
import { PacedSamples } from './paced-samples.ts';

/** Longest damaged stretch that is passed over, in seconds: longer would be taken for a fault. */
const LONGEST_DAMAGE = 2;

export interface SampleSource {
  readonly track: InputVideoTrack;
  readonly packets: EncodedPacketSink;
  /** Of the clip, in seconds of the file's clock. */
  readonly end: number;
}

/**
 * Pictures of a clip with damage in it, from the one at `start` on. A decoder that meets damage loses what it has in
 * hand: here each run from one key picture to the next has a decoder of its own, and a run that breaks is passed over.
 * @param start in seconds of the file's clock.
 * @throws what broke, where more than 2 s would be passed over.
 */
export async function* carefulSamples(
  { track, packets, end }: SampleSource,
  start: number,
): AsyncGenerator<VideoSample, void, unknown> {
  let shown = start;
  for (let from: number | null = start; from !== null; ) {
    const key: number | null = await nextKeyTime(packets, from);
    try {
      for await (const sample of new PacedSamples(track, from, key ?? Number.POSITIVE_INFINITY)) {
        shown = sample.timestamp;
        yield sample;
      }
    } catch (broken) {
      if ((key ?? end) - shown > LONGEST_DAMAGE) throw broken;
    }
    from = key;
  }
}

/** Time of the first key picture after `time`, in seconds of the file's clock; null where there is none. */
async function nextKeyTime(packets: EncodedPacketSink, time: number): Promise<number | null> {
  const before = await packets.getKeyPacket(time, { metadataOnly: true });
  const next = before
    ? await packets.getNextKeyPacket(before, { metadataOnly: true })
    : await packets.getFirstKeyPacket({ metadataOnly: true });
  return next && next.timestamp > time ? next.timestamp : null;
}
