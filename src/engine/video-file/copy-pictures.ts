import { EncodedPacketSink } from 'mediabunny';
import type { OpenVideo } from './open-video.ts';
import { unknownVideo } from './video-errors.ts';
import type { VideoWriter } from './video-writer.ts';

/**
 * Takes all pictures over packet by packet, as they are and at their times.
 * @param beside brings what else is in the file up to the time of the next picture, in seconds of the new file.
 * @param onFrame how many pictures are in the file.
 * @returns how many there were.
 */
export async function copyPictures(
  { track, name, shift }: OpenVideo,
  writer: VideoWriter,
  beside: (time: number) => Promise<void>,
  onFrame: (frames: number) => void,
): Promise<number> {
  const decoderConfig = await track.getDecoderConfig();
  if (!decoderConfig) throw unknownVideo(name, 'something unknown here');
  let frames = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    await beside(packet.timestamp - shift);
    const moved = shift === 0 ? packet : packet.clone({ timestamp: packet.timestamp - shift });
    await writer.addVideo(moved, { decoderConfig });
    onFrame(++frames);
  }
  return frames;
}
