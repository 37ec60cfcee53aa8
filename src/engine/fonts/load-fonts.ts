import { StudioError } from '#core/errors.ts';
import { fontAddress } from './font-files.ts';
import { FONT_STACK } from './font-stack.ts';
import { FONT_SUBSETS } from './font-subsets.ts';

declare const self: WorkerGlobalScope;

/** Weight and size only choose among faces: any size loads the same file. */
const PROBE_FONT = `700 60px ${FONT_STACK}`;

/**
 * Loads the bundled fonts that hold the characters of some texts, and no others. Only in a worker.
 * @throws StudioError `unexpected` where a font file does not arrive.
 */
export async function loadFonts(texts: readonly string[]): Promise<void> {
  registerFaces(self.fonts);
  try {
    await Promise.all(texts.map((text) => self.fonts.load(PROBE_FONT, text)));
  } catch (cause) {
    throw new StudioError(
      'unexpected',
      'A font of this app could not be loaded. Check the connection, reload the page and try again.',
      { cause: String(cause) },
      { cause },
    );
  }
}

/** Declares every face once; the browser fetches one only when a text needs it. */
function registerFaces(fonts: FontFaceSet): void {
  if (fonts.size > 0) return;
  for (const { family, file, weight, unicodeRange } of FONT_SUBSETS) {
    fonts.add(new FontFace(family, `url("${fontAddress(file)}")`, { weight, unicodeRange, style: 'normal' }));
  }
}
