import { SPEAKER_COLOURS } from '../captions/speakers.ts';
import { StudioError } from '../errors.ts';
import type { AssetId, ContentHash } from '../media/asset.ts';
import { createProject, type Project } from './project.ts';

/** What the videos of a workspace have in common. */
export interface BrandKit extends BrandLook {
  /** As `#RRGGBB`: for those who speak in captions. None, or `FEWEST_COLOURS` to `MOST_COLOURS`. */
  readonly colours: readonly string[];
}

/** What new projects begin with. */
export type BrandLook = Pick<Project, 'style' | 'frame' | 'hookColour' | 'hookFont' | 'frameColour' | 'logo'>;

export const FEWEST_COLOURS = 2;
export const MOST_COLOURS = 4;

/** As long as nobody has chosen anything. */
export const NO_BRAND: BrandKit = { ...brandLook(createProject('', 0, 0)), colours: [] };

/** What of a project, or of a kit, new projects may begin with. */
export function brandLook({ style, frame, hookColour, hookFont, frameColour, logo }: BrandLook): BrandLook {
  return { style, frame, hookColour, hookFont, frameColour, logo };
}

/** A new project in the look of its workspace. @param has whether an asset, or a font, is still there. */
export function branded(project: Project, kit: BrandKit, has: (id: AssetId | ContentHash) => boolean): Project {
  const { frame, logo, hookFont } = kit;
  const isGone = frame.kind === 'custom' && !has(frame.assetId);
  return {
    ...project,
    ...brandLook(kit),
    frame: isGone ? project.frame : frame,
    hookFont: hookFont && has(hookFont) ? hookFont : null,
    logo: logo && has(logo.assetId) ? logo : null,
  };
}

/** Every asset that the kit names, each once. */
export function assetsOfBrand({ frame, logo }: BrandKit): AssetId[] {
  const ids = [...(frame.kind === 'custom' ? [frame.assetId] : []), ...(logo ? [logo.assetId] : [])];
  return [...new Set(ids)];
}

/** @throws StudioError `input-invalid` naming what is no colour. */
export function checkKit({ colours, hookColour, frameColour }: BrandKit): void {
  checkColours(colours);
  for (const colour of [hookColour, frameColour]) if (colour !== null) checkColour(colour);
}

function checkColours(colours: readonly string[]): void {
  for (const colour of colours) checkColour(colour);
  if (colours.length !== 0 && (colours.length < FEWEST_COLOURS || colours.length > MOST_COLOURS)) {
    throw new StudioError('input-invalid', `A brand has ${FEWEST_COLOURS} to ${MOST_COLOURS} colours, or none.`, {
      rule: `${FEWEST_COLOURS} to ${MOST_COLOURS} colours`,
      value: colours.length,
    });
  }
}

function checkColour(colour: string): void {
  if (/^#[0-9a-f]{6}$/i.test(colour)) return;
  throw new StudioError('input-invalid', `“${colour}” is no colour: write it as #RRGGBB, such as #D4AF37.`, {
    rule: '#RRGGBB',
    value: colour,
  });
}

/** Given to new speakers in turn: the brand's own where it has some. */
export function speakerColours({ colours }: BrandKit): readonly string[] {
  return colours.length > 0 ? colours : SPEAKER_COLOURS;
}
