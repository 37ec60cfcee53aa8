import type { CaptionVideoClient } from '#clients/caption-video-client.ts';
import type { DiskClient } from '#clients/disk-client.ts';
import { checkCaptions } from '#core/captions/check-captions.ts';
import { settleCues } from '#core/captions/settle.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { sizeInWords } from '#core/disk/size-in-words.ts';
import { StudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import { EtaEstimator } from '#core/render/eta.ts';
import type { CodePointRanges } from '#core/text/coverage.ts';
import type { CaptionedDescription, CaptionedFile, CaptionPlace } from '#protocol/caption-video.ts';
import { OneAtATime } from '../assets/one-at-a-time.ts';
import type { AssetLibrary, CaptionChoice, CaptionedVideo, CaptionProgress, VideoCaptioning } from '../studio.ts';
import type { ReservedFile, ResultFiles } from './result-files.ts';

export interface CaptionVideoTools {
  readonly assets: Pick<AssetLibrary, 'file' | 'playable'>;
  readonly client: Pick<CaptionVideoClient, 'describe' | 'caption'>;
  readonly disk: Pick<DiskClient, 'hasRoom'>;
  readonly files: ResultFiles;
  /** What the bundled fonts can draw. */
  readonly glyphs: CodePointRanges;
  /** In milliseconds. */
  readonly now: () => number;
}

/** Encoders miss the bit rate that they are asked for. */
const SPARE_ROOM = 1.15;
/** Captions beside the pictures, and the tables of the file. */
const SPARE_BYTES = 2e6;

const MIME_TYPES = { mp4: 'video/mp4', mkv: 'video/x-matroska' } as const;

/** Puts captions on videos, one after the other: an encoder takes all the cores there are. */
export function createVideoCaptioning(tools: CaptionVideoTools): VideoCaptioning {
  const turns = new OneAtATime();
  return {
    check: (cues) => checkCaptions(cues, tools.glyphs),
    caption: (media, choice) => turns.run(() => captionVideo(tools, media, choice)),
  };
}

async function captionVideo(
  tools: CaptionVideoTools,
  media: AssetId | File,
  choice: CaptionChoice,
): Promise<CaptionedVideo> {
  const { signal, onProgress = () => undefined } = choice;
  if (signal?.aborted) throw new StudioError('cancelled', 'Cancelled.');
  const file = await fileOf(tools.assets, media);
  const begun = { step: 'reading', done: 0, total: 0, etaSeconds: null } as const;
  onProgress(begun);
  const described = await tools.client.describe(file, signal);
  const cues = settledCues(choice.cues, described, file.name);
  await requireRoom(tools, described, file, choice.place);
  const reserved = await tools.files.reserve();
  try {
    const estimator = new EtaEstimator(described.frames, tools.now() / 1000);
    const tell = (done: number) => onProgress(captioning(done, described.frames, estimator, tools.now()));
    tell(0);
    const request = { file, cues, place: choice.place, path: reserved.path };
    const { frames } = await tools.client.caption(request, { onFrames: tell, signal });
    tell(frames);
    return await resultOf(reserved, file.name, choice.place, frames);
  } catch (error) {
    await reserved.giveUp();
    throw error;
  }
}

async function fileOf(assets: CaptionVideoTools['assets'], media: AssetId | File): Promise<CaptionedFile> {
  if (media instanceof File) return { name: media.name, bytes: media };
  const [{ name }, bytes] = await Promise.all([assets.file(media), assets.playable(media)]);
  return { name, bytes };
}

/** @throws StudioError `input-invalid` where none of them lies in the video. */
function settledCues(cues: readonly Cue[], { durationSeconds }: CaptionedDescription, name: string): readonly Cue[] {
  const settled = settleCues(cues, durationSeconds);
  if (settled.length > 0) return settled;
  const message =
    cues.length === 0
      ? `There are no captions to put on “${name}”. Let its speech be written down, or choose a file of captions.`
      : `None of the captions lies within the ${durationSeconds.toFixed(1)} s of “${name}”. Choose the captions of this video.`;
  throw new StudioError('input-invalid', message, { file: name, rule: 'at least one caption', value: cues.length });
}

/** @throws StudioError `disk-full` before anything is written. */
async function requireRoom(
  { disk, files }: CaptionVideoTools,
  { burnedBytes }: CaptionedDescription,
  { name, bytes }: CaptionedFile,
  place: CaptionPlace,
): Promise<void> {
  const needed = Math.ceil((place.kind === 'burned' ? burnedBytes * SPARE_ROOM : bytes.size) + SPARE_BYTES);
  if (await disk.hasRoom(files.directory, needed)) return;
  throw new StudioError(
    'disk-full',
    `Captioning “${name}” needs ${sizeInWords(needed)} of free disk, and there is not as much left for the studio. Delete videos or media that you no longer need on the Storage page, or free space on the disk.`,
    { file: name, rule: 'free disk in bytes', value: needed },
  );
}

function captioning(done: number, total: number, estimator: EtaEstimator, now: number): CaptionProgress {
  return { step: 'captioning', done, total, etaSeconds: estimator.update(done, now / 1000) };
}

async function resultOf(
  reserved: ReservedFile,
  source: string,
  place: CaptionPlace,
  frames: number,
): Promise<CaptionedVideo> {
  const container = place.kind === 'track' ? place.container : 'mp4';
  const name = `${withoutEnding(source)}_captioned.${container}`;
  // Made of a file on disk: nothing is copied.
  const video = new File([await reserved.read()], name, { type: MIME_TYPES[container] });
  return { video, frames, discard: () => reserved.giveUp() };
}

function withoutEnding(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
