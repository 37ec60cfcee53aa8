import { expose } from 'comlink';
import type { Size } from '#core/geometry.ts';
import { type QualityMode, type RenderSettings, renderSettings } from '#core/render/settings.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import type { OutputReport } from '#core/verify/output-report.ts';
import { reportInWords } from '#core/verify/report-in-words.ts';
import { chooseBackend } from '#engine/compositor/choose-backend.ts';
import type { Compositor, FrameSource, MediaFile } from '#engine/compositor/compositor.ts';
import { createCompositor } from '#engine/compositor/create-compositor.ts';
import { createFrameSource } from '#engine/media/frame-source.ts';
import { verifyOutput } from '#engine/verify/verify-output.ts';
import { openPictures, watchOpenPictures } from '../compositor/open-pictures.ts';
import { MemoryDisk } from '../memory-disk.ts';
import { renderWhole } from '../whole-render.ts';

watchOpenPictures();

export interface VerifyPlan {
  readonly timeline: Timeline;
  readonly media: readonly MediaFile[];
  readonly quality: QualityMode;
  readonly size: Size;
}

export interface Verified {
  readonly report: OutputReport;
  readonly words: readonly string[];
  /** Frames that the check said it had looked at, last. */
  readonly progress: number;
  /** Decoded frames that were left open. */
  readonly openFrames: number;
}

let plan: VerifyPlan | null = null;
let exported: Blob | null = null;

const harness = {
  plan(wanted: VerifyPlan): void {
    plan = wanted;
    exported = null;
  },

  async render(): Promise<{ file: Blob; milliseconds: number }> {
    const { timeline, media } = planned();
    const started = performance.now();
    const disk = new MemoryDisk(Number.POSITIVE_INFINITY);
    const video = disk.create();
    await withParts((settings, parts) =>
      renderWhole(
        { timeline, settings, videoEncoder: 'webcodecs', sounds: media, media },
        parts,
        disk.partFiles(),
        video,
      ),
    );
    exported = video.toBlob();
    return { file: exported, milliseconds: performance.now() - started };
  },

  async verify(chosen: Blob | null): Promise<Verified> {
    const { timeline, media } = planned();
    const file = chosen ?? exported;
    if (!file) throw new Error('Choose a file, or export one.');
    let progress = 0;
    const report = await withParts(async (settings, parts) => {
      await parts.compositor.prepare(timeline, media);
      const onProgress = (done: number) => {
        progress = done;
      };
      return verifyOutput({ file, timeline, settings, sounds: media }, { ...parts, onProgress });
    });
    return { report, words: reportInWords(report), progress, openFrames: openPictures().frames };
  },
};

export type VerifyHarness = typeof harness;
expose(harness);

function planned(): VerifyPlan {
  if (!plan) throw new Error('Call plan first.');
  return plan;
}

async function withParts<T>(
  work: (settings: RenderSettings, parts: { compositor: Compositor; frameSource: FrameSource }) => Promise<T>,
): Promise<T> {
  const { timeline, media, quality, size } = planned();
  const settings = { ...renderSettings('9:16', quality), size };
  const compositor = await createCompositor({ backend: await chooseBackend(), size });
  const frameSource = createFrameSource({ timeline, media, outputSize: size });
  try {
    return await work(settings, { compositor, frameSource });
  } finally {
    frameSource.dispose();
    compositor.dispose();
  }
}
