import { EncodedPacketSink, type VideoSample } from 'mediabunny';
import { carefulSamples } from '../media/careful-samples.ts';
import { PacedSamples } from '../media/paced-samples.ts';
import type { OpenVideo } from './open-video.ts';
import { undecodable, unknownVideo } from './video-errors.ts';

/**
 * All pictures of a video, one after another; each is the caller's to close. A damaged stretch of up to 2 s is passed
 * over: what comes before it stays on.
 * @throws StudioError `file-unsupported`, `decoder-failed`.
 */
export async function* decodedPictures(video: OpenVideo): AsyncGenerator<VideoSample, void, undefined> {
  const { track, start, end, name, codec } = video;
  if (!(await track.canDecode())) throw unknownVideo(name, codec);
  let reached = Number.NEGATIVE_INFINITY;
  const isNew = (sample: VideoSample) => {
    const isLater = sample.timestamp > reached;
    if (isLater) reached = sample.timestamp;
    else sample.close();
    return isLater;
  };
  try {
    for await (const sample of new PacedSamples(track, start)) if (isNew(sample)) yield sample;
    return;
  } catch {
    // A decoder that meets damage loses what it has in hand: careful reading finds out how much is broken.
  }
  try {
    const source = { track, packets: new EncodedPacketSink(track), end };
    for await (const sample of carefulSamples(source, Math.max(start, reached))) if (isNew(sample)) yield sample;
  } catch (error) {
    throw undecodable(name, error);
  }
}
