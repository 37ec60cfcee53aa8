import * as Comlink from 'comlink';
import type { ExportHarness, ExportRequest } from './worker.ts';

/**
 * Runs the export's engine in a worker of its own and hands results out as downloads.
 * `?machine=` says what kind of browser to pretend to be (see machines.ts).
 */
const machine = new URLSearchParams(location.search).get('machine') ?? 'as-it-is';
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: machine });
const harness = Comlink.wrap<ExportHarness>(worker);

function chosenFiles(): File[] {
  return [...(document.querySelector<HTMLInputElement>('#file')?.files ?? [])];
}

function download(bytes: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

let lastVideo: Blob | null = null;

const api = {
  probe: () => harness.probe(),
  scan: () => harness.scan(chosenFiles()[0] ?? new File([], 'none')),
  /** Renders with the chosen files' sound, if there are any, and downloads `video.mp4`. */
  async render(request: ExportRequest) {
    const { file, ...result } = await harness.render(request, chosenFiles());
    download(file, 'video.mp4');
    lastVideo = file;
    return result;
  },
  /** Where this browser's own player hears the loudest sample of the last video, in seconds. */
  async loudestSecond() {
    if (!lastVideo) throw new Error('Nothing has been rendered.');
    const context = new OfflineAudioContext(2, 1, 48_000);
    const sound = (await context.decodeAudioData(await lastVideo.arrayBuffer())).getChannelData(0);
    const loudest = sound.reduce((best, sample, n) => (Math.abs(sample) > Math.abs(sound[best] ?? 0) ? n : best), 0);
    return loudest / 48_000;
  },
};

export type ExportPage = typeof api;

Object.assign(window, { exportPage: api });
