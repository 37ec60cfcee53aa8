import { SPEAKER_COLOURS } from '../captions/speakers.ts';
import { StudioError } from '../errors.ts';
import type { AssetId } from '../media/asset.ts';
import type { FrameChoice } from './look.ts';
import { createProject, type Project, type StyleChoice } from './project.ts';

/** What the videos of a workspace have in common. */
export interface BrandKit {
  /** As `#RRGGBB`: for those who speak in captions. None, or `FEWEST_COLOURS` to `MOST_COLOURS`. */
  readonly colours: readonly string[];
  /** Of new projects. */
  readonly style: StyleChoice;
  readonly frame: FrameChoice;
}

export const FEWEST_COLOURS = 2;
export const MOST_COLOURS = 4;

const PLAIN = createProject('', 0, 0);

/** As long as nobody has chosen anything. */
export const NO_BRAND: BrandKit = { colours: [], style: PLAIN.style, frame: PLAIN.frame };

/** A new project in the look of its workspace. @param hasAsset whether an asset is still there. */
export function branded(project: Project, { style, frame }: BrandKit, hasAsset: (id: AssetId) => boolean): Project {
  const isGone = frame.kind === 'custom' && !hasAsset(frame.assetId);
  return { ...project, style, frame: isGone ? project.frame : frame };
}

/** @throws StudioError `input-invalid` naming what is wrong with the colours. */
export function checkColours(colours: readonly string[]): readonly string[] {
  const odd = colours.find((colour) => !/^#[0-9a-f]{6}$/i.test(colour));
  if (odd !== undefined) {
    throw new StudioError('input-invalid', `“${odd}” is no colour: write it as #RRGGBB, such as #D4AF37.`, {
      rule: '#RRGGBB',
      value: odd,
    });
  }
  if (colours.length !== 0 && (colours.length < FEWEST_COLOURS || colours.length > MOST_COLOURS)) {
    throw new StudioError('input-invalid', `A brand has ${FEWEST_COLOURS} to ${MOST_COLOURS} colours, or none.`, {
      rule: `${FEWEST_COLOURS} to ${MOST_COLOURS} colours`,
      value: colours.length,
    });
  }
  return colours;
}

/** Given to new speakers in turn: the brand's own where it has some. */
export function speakerColours({ colours }: BrandKit): readonly string[] {
  return colours.length > 0 ? colours : SPEAKER_COLOURS;
}
