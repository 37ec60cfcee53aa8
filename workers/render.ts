import type { PartIndex, RenderPart } from '#core/render/render-part.ts';
import { renderSettings } from '#core/render/settings.ts';
import { chooseBackend } from '#engine/compositor/choose-backend.ts';
import type { Compositor, FrameSource } from '#engine/compositor/compositor.ts';
import { createCompositor } from '#engine/compositor/create-compositor.ts';
import { putCover } from '#engine/cover/put-cover.ts';
import { assembleVideo } from '#engine/export/assemble-video.ts';
import { encodeSound } from '#engine/export/encode-sound.ts';
import { OwnedResources } from '#engine/export/owned-resources.ts';
import { type EncodedPart, isIntact, writePart } from '#engine/export/packet-file.ts';
import { probeEncoders } from '#engine/export/probe-encoder.ts';
import { renderSegments } from '#engine/export/render-segments.ts';
import { drawThumbnail } from '#engine/export/thumbnail.ts';
import { createFrameSource } from '#engine/media/frame-source.ts';
import { verifyOutput } from '#engine/verify/verify-output.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import type { PartPackets, RenderRequest, RenderWorker } from '#protocol/render.ts';
import { type ByteSink, openByteSink } from '#storage/files/byte-sink.ts';
import { readFile } from '#storage/files/file-system.ts';
import { partPath } from '#storage/files/paths.ts';

/** Frames are told in groups, at most this often, in milliseconds: each telling wakes the page. */
const TELL_INTERVAL = 100;

exposeWorker<RenderWorker>({
  async probe() {
    const encoders = await probeEncoders(renderSettings('9:16', 'normal'));
    return { ...encoders, compositor: await chooseBackend() };
  },

  async renderSegments(request, claim, onPart, onFrames) {
    const frames = new FrameTelling(onFrames);
    await withPictures(request, (compositor, frameSource) =>
      renderSegments(
        request,
        { compositor, frameSource },
        {
          claim,
          store: async ({ index }, part) => onPart(index, await storePart(request.folder, index, part)),
          onFrame: () => frames.add(1),
          onAlive: () => frames.add(0),
        },
      ),
    );
    frames.tell();
  },

  async encodeSound(request, onAlive) {
    const sound = await encodeSound({ ...request, sounds: request.media }, () => onAlive(0));
    return await storePart(request.folder, 'sound', sound);
  },

  async intactParts(folder, parts) {
    const intact: PartIndex[] = [];
    for (const part of parts) {
      if (await isIntact(part, await readFile(partPath(folder, part.index)))) intact.push(part.index);
    }
    return intact;
  },

  assemble: ({ folder, videoPath, ...request }, onPictures) =>
    withFile(videoPath, async (sink) => ({
      bytes: await assembleVideo({ ...request, openPart: (part) => openPart(folder, part) }, sink, onPictures),
    })),

  check: ({ timeline, settings, media, ...rest }, paths, onFrames) =>
    withPictures({ timeline, settings, media, ...rest }, async (compositor, frameSource) => {
      await compositor.prepare(timeline, media);
      await store(paths.thumbnail, await drawThumbnail(timeline, compositor, frameSource));
      const file = (await readFile(paths.video)) ?? new Blob();
      const parts = { compositor, frameSource, onProgress: onFrames };
      return await verifyOutput({ file, timeline, settings, sounds: media }, parts);
    }),

  async putCover({ file, seconds, paths }, onPictures) {
    const { cover, bytes } = await withFile(paths.video, (sink) => putCover(file, seconds, sink, onPictures));
    await store(paths.thumbnail, cover);
    return { bytes };
  },
});

async function withPictures<T>(
  { timeline, settings: { size }, media, compositor: backend }: RenderRequest,
  work: (compositor: Compositor, frameSource: FrameSource) => Promise<T>,
): Promise<T> {
  const opened = new OwnedResources();
  try {
    const compositor = await createCompositor({ backend, size });
    opened.add(() => compositor.dispose());
    const frameSource = createFrameSource({ timeline, media, outputSize: size });
    opened.add(() => frameSource.dispose());
    return await work(compositor, frameSource);
  } finally {
    await opened.close();
  }
}

async function withFile<T>(path: string, work: (sink: ByteSink) => Promise<T>): Promise<T> {
  const sink = await openByteSink(path);
  try {
    return await work(sink);
  } finally {
    sink.close();
  }
}

function storePart(folder: string, index: PartIndex, part: EncodedPart): Promise<PartPackets> {
  return withFile(partPath(folder, index), (sink) => writePart(part, sink));
}

async function store(path: string, blob: Blob): Promise<void> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  await withFile(path, async (sink) => {
    sink.write(bytes, 0);
    sink.flush();
  });
}

/** A file that is gone counts as empty: reading it finds it damaged. */
async function openPart(folder: string, { index }: RenderPart): Promise<Blob> {
  return (await readFile(partPath(folder, index))) ?? new Blob();
}

class FrameTelling {
  readonly #tell: (frames: number) => void;
  #frames = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(tell: (frames: number) => void) {
    this.#tell = tell;
  }

  add(frames: number): void {
    this.#frames += frames;
    if (performance.now() - this.#toldAt >= TELL_INTERVAL) this.tell();
  }

  tell(): void {
    this.#tell(this.#frames);
    this.#frames = 0;
    this.#toldAt = performance.now();
  }
}
