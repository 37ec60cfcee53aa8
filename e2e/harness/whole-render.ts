import type { PartIndex, RenderPart } from '#core/render/render-part.ts';
import { planSegments } from '#core/render/segments.ts';
import { type AssemblyRequest, assembleVideo } from '#engine/export/assemble-video.ts';
import type { ByteSink } from '#engine/export/byte-sink.ts';
import { encodeSound, type SoundRequest } from '#engine/export/encode-sound.ts';
import { type EncodedPart, writePart } from '#engine/export/packet-file.ts';
import { type PicturesParts, type PicturesRequest, renderSegments } from '#engine/export/render-segments.ts';

/** A sink that its user closes; what was written stays. */
export interface OwnedSink extends ByteSink {
  close(): void;
}

/** Where a test keeps the parts of a render. */
export interface PartFiles {
  readonly open: (index: PartIndex) => Promise<OwnedSink>;
  readonly read: (index: PartIndex) => Promise<Blob>;
}

export interface WholeRender {
  /** Size of the video in bytes. */
  readonly bytes: number;
  readonly parts: readonly RenderPart[];
}

/** A whole render in one thread, from the pieces of which the product's render workers do one each. */
export async function renderWhole(
  request: PicturesRequest & SoundRequest,
  pictures: PicturesParts,
  files: PartFiles,
  sink: ByteSink,
  onFrame: () => void = () => {},
): Promise<WholeRender> {
  const sound = await renderSound(request, files);
  return await renderAround(sound, request, pictures, files, sink, onFrame);
}

export async function renderSound(request: SoundRequest, files: PartFiles): Promise<RenderPart> {
  return await store('sound', await encodeSound(request, () => {}), files);
}

/** Everything but the sound, which is there already. */
export async function renderAround(
  sound: RenderPart,
  request: PicturesRequest,
  pictures: PicturesParts,
  files: PartFiles,
  sink: ByteSink,
  onFrame: () => void = () => {},
): Promise<WholeRender> {
  const parts = [sound];
  const open = planSegments(request.timeline.durationFrames, request.settings);
  await renderSegments(request, pictures, {
    claim: async () => open.shift() ?? null,
    store: async ({ index }, part) => void parts.push(await store(index, part, files)),
    onFrame,
    onAlive: () => {},
  });
  const bytes = await assembleVideo(assemblyOf(request, parts, files), sink, () => {});
  return { bytes, parts };
}

async function store(index: PartIndex, part: EncodedPart, files: PartFiles): Promise<RenderPart> {
  const file = await files.open(index);
  try {
    return { jobId: 'test', index, fingerprint: 'test', ...(await writePart(part, file)) };
  } finally {
    file.close();
  }
}

function assemblyOf(
  { settings }: PicturesRequest,
  parts: readonly RenderPart[],
  files: Pick<PartFiles, 'read'>,
): AssemblyRequest {
  const sound = parts.find(({ index }) => index === 'sound');
  if (!sound) throw new Error('The sound has not been encoded.');
  const segments = parts.filter((part) => part !== sound);
  return { settings, segments, sound, openPart: ({ index }) => files.read(index) };
}
