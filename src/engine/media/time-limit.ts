import { StudioError } from '#core/errors.ts';

/** Longest wait for one step of the media library, in seconds: it never returns from a few odd files. */
export const MEDIA_STEP_SECONDS = 15;

/**
 * Gives a promise up when it takes too long. The work behind it goes on: the caller has to dispose what it started.
 * @throws what `onTimeout` makes, when `work` has not settled after `seconds`.
 */
export async function withTimeLimit<T>(work: Promise<T>, seconds: number, onTimeout: () => StudioError): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(onTimeout()), seconds * 1000);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** The error of a file whose reading does not end. */
export function hangingFileError(name: string): StudioError {
  return new StudioError(
    'file-damaged',
    `“${name}” cannot be read: one step took over ${MEDIA_STEP_SECONDS} seconds, so the file is damaged or of an odd kind. Convert it to another format, or use another file.`,
    { file: name, rule: 'reading step in seconds', value: MEDIA_STEP_SECONDS },
  );
}
