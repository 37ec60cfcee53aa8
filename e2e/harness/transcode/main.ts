import { wrap } from 'comlink';
import type { PlainTranscode } from './worker.ts';

/** For the bench: the rival of captioning, which decodes and encodes the same frames and draws nothing. */
declare global {
  interface Window {
    plainTranscode: (address: string) => Promise<number>;
  }
}

const worker = wrap<PlainTranscode>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

window.plainTranscode = async (address) => worker.transcode(await (await fetch(address)).blob());
