import type { Page } from '@playwright/test';

/** What tests can reach in the page that the product keeps to itself: its workers and the sound that it plays. */

/** A piece of sound that the page has handed to its device; times in seconds of the device's clock. */
interface PlayedSound {
  readonly start: number;
  readonly length: number;
  /** Its loudest sample on the left, 0 to 1, and when it is heard. */
  readonly peak: number;
  readonly peakTime: number;
}

interface PageHooks {
  holdDrawings: boolean;
  readonly held: (() => void)[];
  previewWorker: Worker | null;
  readonly sounds: PlayedSound[];
  audioTime: () => number;
}

declare global {
  interface Window {
    testHooks: PageHooks;
  }
}

/** Call it before the page is opened. */
export async function hookPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const hooks: Window['testHooks'] = {
      holdDrawings: false,
      held: [],
      previewWorker: null,
      sounds: [],
      audioTime: () => 0,
    };
    window.testHooks = hooks;
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (options?.name === 'preview') hooks.previewWorker = this;
      }
      override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
        const send = () => super.postMessage(message, transfer as Transferable[]);
        const path = (message as { path?: string[] }).path;
        if (hooks.holdDrawings && path?.[0] === 'draw') hooks.held.push(send);
        else send();
      }
    };
    window.AudioBufferSourceNode = class extends AudioBufferSourceNode {
      constructor(context: BaseAudioContext, options?: AudioBufferSourceOptions) {
        super(context, options);
        hooks.audioTime = () => context.currentTime;
      }
      override start(when = 0): void {
        super.start(when);
        if (!this.buffer) return;
        const samples = this.buffer.getChannelData(0);
        const loudest = samples.reduce(
          (best, sample, n) => (Math.abs(sample) > Math.abs(samples[best] ?? 0) ? n : best),
          0,
        );
        hooks.sounds.push({
          start: when,
          length: this.buffer.duration,
          peak: Math.abs(samples[loudest] ?? 0),
          peakTime: when + loudest / this.buffer.sampleRate,
        });
      }
    };
  });
}

/** The preview's pictures wait from now on: a machine under such a load that none is ever ready. */
export async function holdDrawings(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.testHooks.holdDrawings = true;
  });
}

export async function releaseDrawings(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.testHooks.holdDrawings = false;
    for (const send of window.testHooks.held.splice(0)) send();
  });
}

/** Ends the preview's worker as the browser does when it runs out of memory. */
export async function crashPreview(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.testHooks.previewWorker?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
  });
}
