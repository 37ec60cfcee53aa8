import type { RenderPart } from '#core/render/render-part.ts';
import { sceneAt } from '#core/scene/scene-at.ts';
import type { ByteSink } from '#engine/export/byte-sink.ts';
import { openMp4 } from '#engine/export/mp4-writer.ts';
import { readPart } from '#engine/export/packet-file.ts';
import { runRenderLoop } from '#engine/export/render-loop.ts';
import type { PicturesParts, PicturesRequest } from '#engine/export/render-segments.ts';
import { createWebCodecsEncoder } from '#engine/export/webcodecs-frame-encoder.ts';

/**
 * The rival of segments: one encode from the first frame to the last, each packet straight into the video's file.
 * @param sound is encoded already, as a part.
 * @returns the size of the file in bytes.
 */
export async function renderUnbroken(
  { timeline, settings, media }: PicturesRequest,
  { compositor, frameSource }: PicturesParts,
  sound: { readonly part: RenderPart; readonly file: Blob },
  sink: ByteSink,
): Promise<number> {
  await compositor.prepare(timeline, media);
  const writer = await openMp4(sink, {
    frameRate: timeline.frameRate,
    videoPackets: timeline.durationFrames,
    audioPackets: sound.part.packets.sizes.length,
  });
  const encoder = createWebCodecsEncoder(settings, (packet, meta) => writer.addVideo(packet, meta));
  try {
    const { codec, description } = sound.part;
    const { sampleRate, channels } = settings.audio;
    const meta = { decoderConfig: { codec, description, sampleRate, numberOfChannels: channels } };
    for (const packet of await readPart(sound.part, sound.file)) await writer.addAudio(packet, meta);
    await runRenderLoop({
      firstFrame: 0,
      frames: timeline.durationFrames,
      sceneAt: (frame) => sceneAt(timeline, frame),
      frameSource,
      compositor,
      encoder,
      onFrameDone: () => {},
    });
    await encoder.finish();
    const bytes = await writer.finish();
    sink.flush();
    return bytes;
  } finally {
    encoder.close();
  }
}
