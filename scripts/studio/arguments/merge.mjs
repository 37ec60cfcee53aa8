import { UsageError } from '../../lib/log.mjs';
import { EVERY_COMMAND, parse } from './parse.mjs';

export const MERGE_USAGE = `  merge     makes one video of scenes: videos or images, each with a voice-over if it has one
    --scenes FILE       JSON: { "scenes": [{ "picture": "a.mp4", "voice": "a.wav" }, ...] }, paths
                        beside that file. A scene may say "fit" (cover or contain), "sceneGain"
                        (0.2) and "voiceGain" (2); beside "scenes" may stand the same gains for
                        all of them, "format", "quality", "transition" (cut, crossfade, ...) and
                        "transitionSeconds"
    --out FILE          where the MP4 goes`;

/** @typedef {{ command: 'merge', profile: string | null, scenes: string, out: string }} MergeArguments */

/** @param {readonly string[]} args @returns {MergeArguments} */
export function readMerge(args) {
  const { values, positionals } = parse(args, {
    ...EVERY_COMMAND,
    scenes: { type: 'string' },
    out: { type: 'string' },
  });
  if (positionals.length > 0) throw new UsageError(`merge takes its scenes from a file, but got "${positionals[0]}".`);
  if (!values.scenes) throw new UsageError('merge needs its scenes: --scenes scenes.json');
  if (!values.out) throw new UsageError('merge needs to know where the video goes: --out video.mp4');
  return { command: 'merge', profile: values.profile ?? null, scenes: values.scenes, out: values.out };
}
