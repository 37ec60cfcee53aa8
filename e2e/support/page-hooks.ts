import type { Page } from '@playwright/test';

/** What tests can reach in the page that the product keeps to itself: its workers and its audio element. */

interface PageHooks {
  holdDrawings: boolean;
  readonly held: (() => void)[];
  previewWorker: Worker | null;
  audio: HTMLAudioElement | null;
}

declare global {
  interface Window {
    testHooks: PageHooks;
  }
}

/** Call it before the page is opened. */
export async function hookPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const hooks: Window['testHooks'] = { holdDrawings: false, held: [], previewWorker: null, audio: null };
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
    window.Audio = class extends Audio {
      constructor(source?: string) {
        super(source);
        hooks.audio = this;
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
