import { StudioError } from '#core/errors.ts';
import type { HookLook } from '#core/style/hook-look.ts';
import { fontAddress } from './font-files.ts';
import { type FontSubset, subsetsFor } from './font-subsets.ts';

export interface TextInFont {
  readonly text: string;
  readonly family: HookLook['family'];
}

declare const self: WorkerGlobalScope;

/**
 * Loads the bundled fonts that hold the characters of some texts, and no others. Only in a worker.
 * @throws StudioError `unexpected` where a font file does not arrive.
 */
export async function loadFonts(texts: readonly TextInFont[]): Promise<void> {
  const needed = new Set(texts.flatMap(({ text, family }) => subsetsFor(text, family)));
  try {
    await Promise.all([...needed].map((subset) => faceOf(subset, self.fonts).load()));
  } catch (cause) {
    throw new StudioError(
      'unexpected',
      'A font of this app could not be loaded. Check the connection, reload the page and try again.',
      { cause: String(cause) },
      { cause },
    );
  }
}

/** The face of a subset, declared when it is first needed. */
function faceOf({ family, file, weight, unicodeRange }: FontSubset, fonts: FontFaceSet): FontFace {
  for (const face of fonts) if (face.family === family || face.family === `"${family}"`) return face;
  const face = new FontFace(family, `url("${fontAddress(file)}")`, { weight, unicodeRange, style: 'normal' });
  fonts.add(face);
  return face;
}
