import type { CaptionVideoClient } from '#clients/caption-video-client.ts';
import { checkCaptions } from '#core/captions/check-captions.ts';
import { settleCues } from '#core/captions/settle.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { StudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import { EtaEstimator } from '#core/render/eta.ts';
import type { CodePointRanges } from '#core/text/coverage.ts';
import type { CaptionedDescription, CaptionPlace } from '#protocol/caption-video.ts';
import type { ToolFile } from '#protocol/tool-file.ts';
import { OneAtATime } from '../assets/one-at-a-time.ts';
import type { CaptionChoice, CaptionProgress, MadeVideo, VideoCaptioning } from '../studio/tools.ts';
import { makeVideo, toolFile, type VideoToolParts } from './video-tool.ts';

export interface CaptionVideoTools extends VideoToolParts {
  readonly client: Pick<CaptionVideoClient, 'describe' | 'caption'>;
  /** What the bundled fonts can draw. */
  readonly glyphs: () => Promise<CodePointRanges>;
}

/** Encoders miss the bit rate that they are asked for. */
const SPARE_ROOM = 1.15;
/** Captions beside the pictures, and the tables of the file. */
const SPARE_BYTES = 2e6;

/** Puts captions on videos, one after the other: an encoder takes all the cores there are. */
export function createVideoCaptioning(tools: CaptionVideoTools): VideoCaptioning {
  const turns = new OneAtATime();
  return {
    check: async (cues) => checkCaptions(cues, await tools.glyphs()),
    caption: (media, choice) => turns.run(() => captionVideo(tools, media, choice)),
  };
}

async function captionVideo(
  tools: CaptionVideoTools,
  media: AssetId | File,
  choice: CaptionChoice,
): Promise<MadeVideo> {
  const { place, signal, onProgress = () => undefined } = choice;
  if (signal?.aborted) throw new StudioError('cancelled', 'Cancelled.');
  const file = await toolFile(tools.assets, media);
  onProgress({ step: 'reading', done: 0, total: 0, etaSeconds: null });
  const described = await tools.client.describe(file, signal);
  const cues = settledCues(choice.cues, described, file.name);
  const planned = { doing: 'Captioning', source: file.name, bytes: bytesNeeded(described, file, place) };
  return await makeVideo(tools, planned, async (path) => {
    const estimator = new EtaEstimator(described.frames, tools.now() / 1000);
    const tell = (done: number) => onProgress(captioning(done, described.frames, estimator, tools.now()));
    tell(0);
    const { frames } = await tools.client.caption({ file, cues, place, path }, { onFrames: tell, signal });
    tell(frames);
    return { suffix: 'captioned', container: place.kind === 'track' ? place.container : 'mp4', frames };
  });
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

function bytesNeeded({ burnedBytes }: CaptionedDescription, { bytes }: ToolFile, place: CaptionPlace): number {
  return (place.kind === 'burned' ? burnedBytes * SPARE_ROOM : bytes.size) + SPARE_BYTES;
}

function captioning(done: number, total: number, estimator: EtaEstimator, now: number): CaptionProgress {
  return { step: 'captioning', done, total, etaSeconds: estimator.update(done, now / 1000) };
}
