import type { BackgroundMusicClient } from '#clients/background-music-client.ts';
import { StudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import type { AudioSettings } from '#core/render/settings.ts';
import type { MusicWork } from '#protocol/background-music.ts';
import { OneAtATime } from '../assets/one-at-a-time.ts';
import type { BackgroundMusic, MadeVideo, MusicUnderVideo } from '../studio/tools.ts';
import { progressTeller } from './progress-teller.ts';
import { makeVideo, toolFile, type VideoToolParts } from './video-tool.ts';

export interface BackgroundMusicTools extends VideoToolParts {
  readonly client: Pick<BackgroundMusicClient, 'describe' | 'addMusic'>;
  /** Of the sound that is made. */
  readonly audio: AudioSettings;
}

/** Encoders miss the bit rate that they are asked for. */
const SPARE_ROOM = 1.15;
/** The tables of the file. */
const SPARE_BYTES = 4e6;

/** Puts music under videos, one after the other. */
export function createBackgroundMusic(tools: BackgroundMusicTools): BackgroundMusic {
  const turns = new OneAtATime();
  return { add: (media, track, choice) => turns.run(() => addMusic(tools, media, track, choice)) };
}

async function addMusic(
  tools: BackgroundMusicTools,
  media: AssetId | File,
  music: AssetId | File,
  { levels, signal, onProgress = () => undefined }: MusicUnderVideo,
): Promise<MadeVideo> {
  if (signal?.aborted) throw new StudioError('cancelled', 'Cancelled.');
  const [file, track] = await Promise.all([toolFile(tools.assets, media), toolFile(tools.assets, music)]);
  onProgress({ step: 'reading', done: 0, total: 0, etaSeconds: null });
  const { durationSeconds } = await tools.client.describe(file, signal);
  const soundBytes = (durationSeconds * tools.audio.bitRate) / 8;
  const bytes = file.bytes.size + soundBytes * SPARE_ROOM + SPARE_BYTES;
  return await makeVideo(tools, { doing: 'Putting music under', source: file.name, bytes }, async (path) => {
    const request = { file, track, levels, audio: tools.audio, path };
    const tell = progressTeller(tools.now, onProgress);
    const onWork = ({ step, seconds, total }: MusicWork) => tell({ step, done: seconds, total });
    const { frames, container } = await tools.client.addMusic(request, { onProgress: onWork, signal });
    return { suffix: 'music', container, frames };
  });
}
