import { VideoSampleSink } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import type { ByteSink } from '../export/byte-sink.ts';
import { OwnedResources } from '../export/owned-resources.ts';
import { copyPictures } from '../video-file/copy-pictures.ts';
import { type OpenVideo, openVideo, type VideoFile, videoMetadata } from '../video-file/open-video.ts';
import { planSounds, SoundCopier } from '../video-file/sound-copier.ts';
import { VideoWriter } from '../video-file/video-writer.ts';

const JPEG_QUALITY = 0.9;

export interface CoveredVideo {
  /** The frame as a JPEG of the video's size. */
  readonly cover: Blob;
  /** Of the new file. */
  readonly bytes: number;
}

/**
 * Copies a finished MP4, packet by packet, with one of its frames as its cover art: what players and file managers show.
 * @param seconds when the frame is on screen; after the end it is the last one.
 * @param onFrame called now and then with how many pictures are in the file.
 * @returns when the file is on disk. After an error what was written stays in the sink, for its owner to remove.
 * @throws StudioError naming the file; `disk-full`.
 */
export async function putCover(
  file: VideoFile,
  seconds: number,
  sink: ByteSink,
  onFrame: (frames: number) => void,
): Promise<CoveredVideo> {
  const opened = new OwnedResources();
  try {
    const video = await openVideo(file);
    opened.add(() => video.input.dispose());
    const cover = await frameAt(video, seconds);
    const sounds = await planSounds(video, 'mp4');
    const data = new Uint8Array(await cover.arrayBuffer());
    const writer = await VideoWriter.open(sink, {
      container: 'mp4',
      video: { codec: video.codec, metadata: videoMetadata(video, 'mp4') },
      sounds,
      text: null,
      tags: { ...video.tags, images: [{ data, mimeType: 'image/jpeg', kind: 'coverFront' }] },
    });
    opened.add(() => writer.cancel());
    const copier = new SoundCopier(writer, sounds, video.shift);
    opened.add(() => copier.close());
    await copyPictures(video, writer, (time) => copier.bringTo(time), onFrame);
    await copier.bringTo(Number.POSITIVE_INFINITY);
    const bytes = await writer.finish();
    sink.flush();
    return { cover, bytes };
  } finally {
    await opened.close();
  }
}

async function frameAt({ track, start, name }: OpenVideo, seconds: number): Promise<Blob> {
  const sample = await new VideoSampleSink(track).getSample(start + seconds);
  if (!sample) {
    throw new StudioError(
      'decoder-failed',
      `The cover of “${name}” could not be read from the video. Choose another frame.`,
      {
        file: name,
        rule: 'a frame at this time',
        value: seconds,
      },
    );
  }
  try {
    const canvas = new OffscreenCanvas(sample.displayWidth, sample.displayHeight);
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('This browser gives no 2D canvas to a worker.');
    sample.draw(context, 0, 0);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  } finally {
    sample.close();
  }
}
