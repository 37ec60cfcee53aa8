import type { PartIndex, RenderPart } from '#core/render/render-part.ts';
import { planSegments } from '#core/render/segments.ts';
import { type AssemblyRequest, assembleVideo } from '#engine/export/assemble-video.ts';
import type { ByteSink } from '#engine/export/byte-sink.ts';
import { encodeSound, type SoundRequest } from '#engine/export/encode-sound.ts';
import type { FinishedPackets } from '#engine/export/packet-file.ts';
import { type PicturesParts, type PicturesRequest, renderSegments } from '#engine/export/render-segments.ts';
import type { OwnedSink } from '#engine/export/segment-encoder.ts';

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
  const file = await files.open('sound');
  try {
    return partOf('sound', await encodeSound(request, file, () => {}));
  } finally {
    file.close();
  }
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
    openFile: ({ index }) => files.open(index),
    onFinished: async ({ index }, packets) => void parts.push(partOf(index, packets)),
    onFrame,
    onAlive: () => {},
  });
  const bytes = await assembleVideo(assemblyOf(request, parts, files), sink, () => {});
  return { bytes, parts };
}

function partOf(index: PartIndex, packets: FinishedPackets): RenderPart {
  return { jobId: 'test', index, fingerprint: 'test', ...packets };
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
