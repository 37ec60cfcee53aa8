import type { BrowserContext, Page } from '@playwright/test';

/** Faults inside the render workers: their script is served with a few lines more, which break what it calls. */

declare global {
  interface Window {
    frameCounts: ReadonlyMap<string, FrameCount>;
  }
}

/** The product's script of the render worker, by its name in the build. */
const SCRIPT = /\/assets\/render-[^/]+\.js$/;

/** What goes wrong, of each worker's encoders, once a frame of this number was handed in. Probes hand in fewer. */
export type EncoderFault = 'silent' | 'throws' | 'closed-by-browser';

/** Where a worker says that it broke something; answered by the test. */
const BROKEN = '/fault-injected';
/** The channel on which it says how many frames it has made, and how many of them are open. */
const FRAMES = 'frames-counted';

/** Frames that go well first: enough for the probe, and for a segment to be under way. */
const GOOD_FRAMES = 30;

export interface EncoderFaultOptions {
  readonly fault: EncoderFault;
  /** True lets workers be that start after the first fault. */
  readonly once: boolean;
}

/** Call it before the page is opened. @returns how often something was broken since. */
export async function breakEncoders(
  context: BrowserContext,
  { fault, once }: EncoderFaultOptions,
): Promise<() => number> {
  const broken = await hearFaults(context);
  const patch = `(${breakEncoderInWorker})(${JSON.stringify({ fault, goodFrames: GOOD_FRAMES, told: BROKEN })});`;
  await patchRenderWorkers(context, () => (once && broken() > 0 ? '' : patch));
  return broken;
}

/**
 * Makes exports draw by WebGL, as with a graphics card, which then is taken away once and given back a moment later.
 * Call it before the page is opened. @returns how often it was taken away.
 */
export async function loseGraphicsContext(context: BrowserContext): Promise<() => number> {
  const lost = await hearFaults(context);
  const patch = `(${drawByWebGlInWorker})(${JSON.stringify({ goodFrames: GOOD_FRAMES, told: BROKEN })});`;
  await patchRenderWorkers(context, () => (lost() > 0 ? '' : patch));
  return lost;
}

/** How many frames render workers have made, and how many of them nobody has closed. */
export interface FrameCount {
  readonly made: number;
  readonly open: number;
}

/** Call it before the page is opened. @returns the count of all workers since then. */
export async function countFrames(page: Page): Promise<() => Promise<FrameCount>> {
  await page.addInitScript((channel) => {
    const counts = new Map<string, FrameCount>();
    new BroadcastChannel(channel).onmessage = ({ data: { worker, ...count } }) => counts.set(worker, count);
    window.frameCounts = counts;
  }, FRAMES);
  await patchRenderWorkers(page.context(), () => `(${countFramesInWorker})(${JSON.stringify(FRAMES)});`);
  return () =>
    page.evaluate(() => {
      const counts = [...window.frameCounts.values()];
      const sum = (name: keyof FrameCount) => counts.reduce((total, count) => total + count[name], 0);
      return { made: sum('made'), open: sum('open') };
    });
}

/** @returns how often workers have told of a fault. */
async function hearFaults(context: BrowserContext): Promise<() => number> {
  let heard = 0;
  await context.route(`**${BROKEN}`, async (route) => {
    heard++;
    await route.fulfill({ status: 204 });
  });
  return () => heard;
}

async function patchRenderWorkers(context: BrowserContext, patch: () => string): Promise<void> {
  await context.route(SCRIPT, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${patch()}\n${await response.text()}` });
  });
}

interface Break {
  readonly fault: EncoderFault;
  readonly goodFrames: number;
  readonly told: string;
}

/** Runs in the worker, and uses nothing from outside itself. */
function breakEncoderInWorker({ fault, goodFrames, told }: Break): void {
  const Original = self.VideoEncoder;
  let frames = 0;
  let broken = 0;
  const isDue = () => frames > goodFrames && (fault !== 'closed-by-browser' || broken === 0);
  const tell = () => {
    broken++;
    if (broken === 1) void fetch(told);
  };
  self.VideoEncoder = class extends Original {
    readonly #fail: WebCodecsErrorCallback;
    readonly #hear: (silent: boolean) => void;
    #silent = false;
    #flushing: ((error: DOMException) => void) | null = null;

    constructor(init: VideoEncoderInit) {
      let silent = false;
      super({
        error: init.error,
        output: (chunk, meta) => {
          if (!silent) init.output(chunk, meta);
        },
      });
      this.#fail = init.error;
      this.#hear = (now) => {
        silent = now;
      };
    }

    override encode(frame: VideoFrame, options?: VideoEncoderEncodeOptions): void {
      frames++;
      if (!isDue()) {
        super.encode(frame, options);
        return;
      }
      tell();
      if (fault === 'throws') throw new DOMException('The stub refuses this frame.', 'EncodingError');
      if (fault === 'closed-by-browser') {
        super.close();
        const error = new DOMException('Codec reclaimed due to inactivity.', 'QuotaExceededError');
        queueMicrotask(() => this.#fail(error));
        return;
      }
      this.#silent = true;
      this.#hear(true);
      super.encode(frame, options);
    }

    /** One that is silent does not say either that it is done, until it is closed. */
    override flush(): Promise<void> {
      if (!this.#silent) return super.flush();
      return new Promise((_, reject) => {
        this.#flushing = reject;
      });
    }

    override close(): void {
      super.close();
      this.#flushing?.(new DOMException('Closed.', 'AbortError'));
    }
  };
}

/** As above. Drawing in software is made to seem slow, and the browser's own doubt about its graphics is not asked. */
function drawByWebGlInWorker({ goodFrames, told }: Omit<Break, 'fault'>): void {
  const getContext = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, kind: string, options?: object) {
    return getContext.call(this, kind as '2d', { ...options, failIfMajorPerformanceCaveat: false });
  } as typeof getContext;
  const now = performance.now.bind(performance);
  let lateBy = 0;
  performance.now = () => now() + lateBy;
  self.VideoFrame = new Proxy(self.VideoFrame, {
    construct(target, args) {
      const [image] = args;
      // Only the trial of both ways of drawing has this size, and only software makes a frame of its canvas.
      if (image instanceof OffscreenCanvas && image.width === 540 && image.height === 960) lateBy += 60_000;
      return Reflect.construct(target, args) as VideoFrame;
    },
  });
  const readPixels = WebGL2RenderingContext.prototype.readPixels;
  let reads = 0;
  WebGL2RenderingContext.prototype.readPixels = function (this: WebGL2RenderingContext, ...args: unknown[]) {
    reads++;
    if (reads === goodFrames) {
      const card = this.getExtension('WEBGL_lose_context');
      card?.loseContext();
      setTimeout(() => card?.restoreContext(), 300);
      void fetch(told);
    }
    (readPixels as (...all: unknown[]) => void).apply(this, args);
  } as typeof readPixels;
}

/** As above. What a decoder hands over counts when it is handed over. */
function countFramesInWorker(name: string): void {
  const worker = crypto.randomUUID();
  const channel = new BroadcastChannel(name);
  const Original = self.VideoFrame;
  const close = Original.prototype.close;
  const closed = new WeakSet<VideoFrame>();
  let made = 0;
  let open = 0;
  const tell = () => channel.postMessage({ worker, made, open });
  const count = () => {
    made++;
    open++;
    tell();
  };
  Original.prototype.close = function (this: VideoFrame) {
    if (!closed.has(this)) {
      closed.add(this);
      open--;
      tell();
    }
    close.call(this);
  };
  self.VideoFrame = new Proxy(Original, {
    construct(target, args) {
      count();
      return Reflect.construct(target, args) as VideoFrame;
    },
  });
  const clone = Original.prototype.clone;
  Original.prototype.clone = function (this: VideoFrame) {
    count();
    return clone.call(this);
  };
  const Decoder = self.VideoDecoder;
  self.VideoDecoder = class extends Decoder {
    constructor(init: VideoDecoderInit) {
      super({
        error: init.error,
        output: (frame) => {
          count();
          init.output(frame);
        },
      });
    }
  };
}
