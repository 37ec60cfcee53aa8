import { expose } from 'comlink';
import { Conversion, Mp4OutputFormat, NullTarget, Output } from 'mediabunny';
import { reencodedBitRate } from '#engine/video-file/bit-rate.ts';
import { openVideo } from '#engine/video-file/open-video.ts';

const KEYFRAME_SECONDS = 2;

const api = {
  /**
   * By the media library's own conversion, at the bit rate that captioning takes, to nowhere.
   * @returns frames per second.
   */
  async transcode(bytes: Blob): Promise<number> {
    const started = performance.now();
    const { input, codec, bitRate, shown: size, frameRate, packets } = await openVideo({ name: 'bench', bytes });
    try {
      const output = new Output({ format: new Mp4OutputFormat({ fastStart: false }), target: new NullTarget() });
      const bitrate = reencodedBitRate({ codec, bitRate, size, frameRate });
      const video = { codec: 'avc', bitrate, keyFrameInterval: KEYFRAME_SECONDS, forceTranscode: true } as const;
      const conversion = await Conversion.init({ input, output, video, showWarnings: false });
      await conversion.execute();
      return (packets * 1000) / (performance.now() - started);
    } finally {
      input.dispose();
    }
  },
};

export type PlainTranscode = typeof api;
expose(api);
