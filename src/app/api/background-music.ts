import type { MadeVideo } from '../studio/tools.ts';
import type { Studio } from '../studio.ts';
import type { MediaInput, MusicArguments } from './arguments.ts';
import { mediaOf } from './media-input.ts';

/** @throws StudioError naming the field or the file. */
export async function musicForScript(
  studio: Studio,
  media: MediaInput,
  track: MediaInput,
  { videoGain, musicGain, duck, fadeOutSeconds, onProgress, signal }: MusicArguments,
): Promise<MadeVideo> {
  const [video, song] = await Promise.all([mediaOf(media, 'media'), mediaOf(track, 'track')]);
  const levels = { videoGain, musicGain, duckDb: duck, fadeOutSeconds };
  return await studio.backgroundMusic.add(video, song, { levels, onProgress, signal });
}
