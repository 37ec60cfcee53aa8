/** Browsers that tests pretend to be, by changing what the worker finds in place of its codecs. */

import { SlowStartingAacEncoder } from './native-aac.ts';

export const MACHINES: Record<string, () => void> = {
  'as-it-is': () => undefined,
  'without-encoder': () => {
    Reflect.deleteProperty(self, 'VideoEncoder');
  },
  /** Says that it can, and encodes something else. */
  'grey-encoder': () => replaceVideoEncoder(GreyEncoder()),
  /** Takes frames, says it is done with them, and gives none. */
  'losing-encoder': () => replaceVideoEncoder(LosingEncoder()),
  /** Has an AAC encoder of its own, with the delay of Apple's: 2,112 samples. */
  'native-aac': () => Reflect.set(self, 'AudioEncoder', SlowStartingAacEncoder),
  /** Takes frames and is never heard of again. */
  'silent-encoder': () => replaceVideoEncoder(SilentEncoder()),
};

function replaceVideoEncoder(encoder: typeof VideoEncoder): void {
  Reflect.set(self, 'VideoEncoder', encoder);
}

function GreyEncoder(): typeof VideoEncoder {
  return class extends VideoEncoder {
    override encode(frame: VideoFrame, options?: VideoEncoderEncodeOptions): void {
      const { codedWidth, codedHeight, timestamp } = frame;
      const bytes = new Uint8Array((codedWidth * codedHeight * 3) / 2).fill(128);
      const grey = new VideoFrame(bytes, { format: 'I420', codedWidth, codedHeight, timestamp });
      super.encode(grey, options);
      grey.close();
    }
  };
}

function LosingEncoder(): typeof VideoEncoder {
  return class extends VideoEncoder {
    override encode(): void {
      // Nothing comes of it.
    }
  };
}

function SilentEncoder(): typeof VideoEncoder {
  return class extends VideoEncoder {
    #taken = 0;

    override get encodeQueueSize(): number {
      return this.#taken;
    }

    override encode(): void {
      this.#taken++;
    }
  };
}
