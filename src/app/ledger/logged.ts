import { type StudioError, toStudioError } from '#core/errors.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import type { BeatAnalysis } from '../studio/analyses.ts';
import type { ClipAnimations } from '../studio/animations.ts';
import type { FileConversion } from '../studio/conversion.ts';
import type { PreviewPlayer } from '../studio/preview.ts';
import type { SpeechRecognition } from '../studio/speech.ts';
import type { BackgroundMusic, VideoCaptioning } from '../studio/tools.ts';
import type { OpenWorkspace } from '../workspace.ts';
import type { LedgerLog } from './ledger.ts';

/** Parts of the studio as they were, with what goes wrong in their workers written into the log. */

type Log = Pick<LedgerLog, 'add'>;

export function loggedBeats(beats: BeatAnalysis, log: Log): BeatAnalysis {
  return {
    ...beats,
    async analyse(assetId, options) {
      try {
        return await beats.analyse(assetId, options);
      } catch (thrown) {
        const error = toStudioError(thrown);
        if (error.code !== 'cancelled') log.add('warn', 'beats', 'failed', { asset: assetId, ...error.toRecord() });
        throw thrown;
      }
    },
  };
}

export function loggedAnimations(animations: ClipAnimations, log: Log): ClipAnimations {
  return {
    async animation(assetId, options) {
      try {
        return await animations.animation(assetId, options);
      } catch (thrown) {
        const error = toStudioError(thrown);
        if (error.code !== 'cancelled')
          log.add('warn', 'animations', 'failed', { asset: assetId, ...error.toRecord() });
        throw thrown;
      }
    },
  };
}

export function loggedSpeech(speech: SpeechRecognition, log: Log): SpeechRecognition {
  return {
    ...speech,
    async transcribe(media, options) {
      try {
        const heard = await speech.transcribe(media, options);
        log.add('info', 'speech', 'heard', { device: heard.device, gpuProblem: heard.gpuProblem });
        return heard;
      } catch (thrown) {
        const error = toStudioError(thrown);
        const file = typeof media === 'string' ? media : media.name;
        if (error.code !== 'cancelled') log.add('warn', 'speech', 'failed', { media: file, ...error.toRecord() });
        throw thrown;
      }
    },
  };
}

export function loggedCaptioning(captioning: VideoCaptioning, log: Log): VideoCaptioning {
  return {
    ...captioning,
    async caption(media, choice) {
      try {
        return await captioning.caption(media, choice);
      } catch (thrown) {
        const error = toStudioError(thrown);
        const file = typeof media === 'string' ? media : media.name;
        if (error.code !== 'cancelled') log.add('warn', 'captioning', 'failed', { media: file, ...error.toRecord() });
        throw thrown;
      }
    },
  };
}

export function loggedMusic(music: BackgroundMusic, log: Log): BackgroundMusic {
  return {
    ...music,
    async add(media, track, choice) {
      try {
        return await music.add(media, track, choice);
      } catch (thrown) {
        const error = toStudioError(thrown);
        const [file, song] = [media, track].map((given) => (typeof given === 'string' ? given : given.name));
        if (error.code !== 'cancelled') log.add('warn', 'music', 'failed', { media: file, song, ...error.toRecord() });
        throw thrown;
      }
    },
  };
}

export function loggedConversion(conversion: FileConversion, log: Log): FileConversion {
  return {
    ...conversion,
    async convert(media, choice) {
      try {
        return await conversion.convert(media, choice);
      } catch (thrown) {
        const error = toStudioError(thrown);
        const file = typeof media === 'string' ? media : media.name;
        const { to } = choice.conversion;
        if (error.code !== 'cancelled') log.add('warn', 'convert', 'failed', { media: file, to, ...error.toRecord() });
        throw thrown;
      }
    },
  };
}

/** @returns the same player. */
export function loggedPreview(player: PreviewPlayer, log: Log): PreviewPlayer {
  let told: StudioError | null = null;
  player.subscribe(() => {
    const { error } = player.snapshot();
    if (error && error !== told) log.add('warn', 'preview', 'failed', { ...error.toRecord() });
    told = error;
  });
  return player;
}

/** What this machine can do is written down when it was found out, and why where it could not be. */
export function loggedCapabilities(
  find: () => Promise<RenderCapabilities>,
  log: Log,
): () => Promise<RenderCapabilities> {
  let isTold = false;
  return async () => {
    try {
      const found = await find();
      if (!isTold) log.add('info', 'machine', 'capabilities', { ...found });
      isTold = true;
      return found;
    } catch (thrown) {
      log.add('error', 'machine', 'capabilities-unknown', { ...toStudioError(thrown).toRecord() });
      throw thrown;
    }
  };
}

/** The queue's own doing: which tab leads it, and the pause that failures in a row put it into. */
export function logQueue({ changes }: Pick<OpenWorkspace, 'changes'>, log: Log): void {
  changes.queue(({ before, after }) => {
    if (!after) return;
    if (after.fence !== before?.fence) log.add('info', 'queue', 'leads', { fence: after.fence });
    if (before && after.circuit !== before.circuit) {
      const level = after.circuit === 'open' ? 'error' : 'info';
      log.add(level, 'queue', 'circuit', { circuit: after.circuit, failuresInARow: after.failuresInARow });
    }
  });
}
