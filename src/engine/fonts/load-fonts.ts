import { StudioError } from '#core/errors.ts';
import type { ContentHash } from '#core/media/asset.ts';
import type { HookLook } from '#core/style/hook-look.ts';
import { fontAddress } from './font-files.ts';
import { type FontSubset, ownFamily, subsetsFor } from './font-subsets.ts';

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

/** A font of the person's own, and its bytes. */
export interface OwnFontFile {
  readonly hash: ContentHash;
  readonly bytes: Blob;
}

/**
 * Loads fonts of the person's own, each once. Only in a worker. What loaded when it was added and fails now counts as
 * missing: the text is drawn in the bundled fonts.
 */
export async function loadOwnFonts(fonts: readonly OwnFontFile[]): Promise<void> {
  await Promise.all(
    fonts.map(async ({ hash, bytes }) => {
      const family = ownFamily(hash);
      for (const face of self.fonts) if (face.family === family || face.family === `"${family}"`) return;
      // All weights, so that none is made bold by the browser: a font is drawn as it is.
      const face = new FontFace(family, await bytes.arrayBuffer(), { weight: '1 1000', style: 'normal' });
      const loaded = await face.load().catch(() => null);
      if (loaded) self.fonts.add(loaded);
    }),
  );
}

/** The face of a subset, declared when it is first needed. */
function faceOf({ family, file, weight, unicodeRange }: FontSubset, fonts: FontFaceSet): FontFace {
  for (const face of fonts) if (face.family === family || face.family === `"${family}"`) return face;
  const face = new FontFace(family, `url("${fontAddress(file)}")`, { weight, unicodeRange, style: 'normal' });
  fonts.add(face);
  return face;
}
