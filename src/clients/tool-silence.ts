import { StudioError } from '#core/errors.ts';
import type { SilenceLimit } from './worker-client.ts';

/** Between two groups of pictures. */
const SILENCE_MS = 30_000;
/** Until the first: the index of a long Matroska film is spread over the file. */
const OPENING_MS = 120_000;

/** How long a tool's worker may say nothing while it looks at a file. @param doing such as `Captioning`. */
export function readingSilence(doing: string, file: string): SilenceLimit {
  return { milliseconds: OPENING_MS, error: (limit) => hanging(doing, file, limit) };
}

/** While it makes a new file of it. */
export function makingSilence(doing: string, file: string): SilenceLimit {
  return { milliseconds: SILENCE_MS, untilFirst: OPENING_MS, error: (limit) => hanging(doing, file, limit) };
}

function hanging(doing: string, file: string, milliseconds: number): StudioError {
  const limit = milliseconds / 1000;
  return new StudioError(
    'render-stalled',
    `${doing} “${file}” made no progress for ${limit} seconds, so it was given up. Close other tabs that use video and try again.`,
    { file, rule: `progress within ${limit} seconds`, value: limit },
  );
}
