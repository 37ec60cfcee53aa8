import { renderSettings } from '#core/render/settings.ts';
import { chooseBackend } from '#engine/compositor/choose-backend.ts';
import { createCompositor } from '#engine/compositor/create-compositor.ts';
import { OwnedResources } from '#engine/export/owned-resources.ts';
import { probeEncoders } from '#engine/export/probe-encoder.ts';
import { type RenderedVideo, renderVideo } from '#engine/export/render-video.ts';
import { createFrameSource } from '#engine/media/frame-source.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import type { RenderRequest, RenderResult, RenderWorker } from '#protocol/render.ts';
import { openByteSink } from '#storage/files/byte-sink.ts';

exposeWorker<RenderWorker>({
  async probe() {
    const encoders = await probeEncoders(renderSettings('9:16', 'normal'));
    return { ...encoders, compositor: await chooseBackend() };
  },

  async render(request, onProgress): Promise<RenderResult> {
    const opened = new OwnedResources();
    try {
      const { thumbnail, ...result } = await renderInto(request, onProgress, opened);
      await store(request.thumbnailPath, thumbnail);
      return result;
    } finally {
      await opened.close();
    }
  },
});

async function renderInto(
  { timeline, settings, media, compositor: backend, videoEncoder, videoPath }: RenderRequest,
  onProgress: Parameters<RenderWorker['render']>[1],
  opened: OwnedResources,
): Promise<RenderedVideo> {
  const { size } = settings;
  const sink = await openByteSink(videoPath);
  opened.add(() => sink.close());
  const compositor = await createCompositor({ backend, size });
  opened.add(() => compositor.dispose());
  const frameSource = createFrameSource({ timeline, media, outputSize: size });
  opened.add(() => frameSource.dispose());
  return renderVideo(
    { timeline, settings, videoEncoder, sounds: media },
    { compositor, frameSource, sink, onProgress },
  );
}

async function store(path: string, bytes: Blob): Promise<void> {
  const sink = await openByteSink(path);
  try {
    sink.write(new Uint8Array(await bytes.arrayBuffer()), 0);
    sink.flush();
  } finally {
    sink.close();
  }
}
