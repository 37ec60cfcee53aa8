import { StudioError } from '#core/errors.ts';

/** Puts text on the clipboard. @throws StudioError `browser-unsupported` where the browser does not let it. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (cause) {
    throw new StudioError(
      'browser-unsupported',
      'This browser did not let the text be copied. Mark it and copy it by hand.',
      { rule: 'write access to the clipboard' },
      { cause },
    );
  }
}
