import { renderSettings } from '#core/render/settings.ts';
import { createFfmpegEncoder } from '#engine/export/ffmpeg-frame-encoder.ts';
import { createWebCodecsEncoder } from '#engine/export/webcodecs-frame-encoder.ts';

/** The encoders alone, fed with frames that are ready: what a whole export is measured against. */
export interface EncoderBench {
  /**
   * Encodes `frames` pictures, taking those of the file in turn.
   * @param address of raw I420 pictures of 1080x1920.
   * @returns how long it took, in milliseconds; loading the pictures is not counted.
   */
  encode(kind: 'webcodecs' | 'ffmpeg', address: string, frames: number): Promise<number>;
}

declare global {
  interface Window {
    encoderBench: EncoderBench;
  }
}

const SETTINGS = renderSettings('9:16', 'normal');
const FRAME_BYTES = (SETTINGS.size.width * SETTINGS.size.height * 3) / 2;
const ignorePacket = async () => {};
const CREATE = {
  webcodecs: () => createWebCodecsEncoder(SETTINGS, ignorePacket),
  ffmpeg: () => createFfmpegEncoder(SETTINGS, ignorePacket, () => {}),
};

window.encoderBench = {
  async encode(kind, address, frames) {
    const pictures = new Uint8Array(await (await fetch(address)).arrayBuffer());
    const count = Math.floor(pictures.length / FRAME_BYTES);
    const started = performance.now();
    const encoder = CREATE[kind]();
    try {
      for (let frame = 0; frame < frames; frame++) {
        const start = (frame % count) * FRAME_BYTES;
        await encoder.addFrame(pictures.subarray(start, start + FRAME_BYTES), frame);
      }
      await encoder.finish();
    } finally {
      encoder.close();
    }
    return performance.now() - started;
  },
};
