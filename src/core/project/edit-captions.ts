import type { Cue } from '../captions/transcript.ts';
import type { AssetId } from '../media/asset.ts';
import type { CaptionLookChanges, CaptionLookChoice } from './captions.ts';
import type { Project } from './project.ts';

/** Edits of a project's captions. What happens inside of a track is in `core/captions/edit.ts`. */

/**
 * Gives one sound (or, for null, the video itself) other captions. A track without captions goes; a new one comes last.
 * @throws what `change` throws.
 */
export function changeCues(
  project: Project,
  assetId: AssetId | null,
  change: (cues: readonly Cue[]) => readonly Cue[],
): Project {
  const { captions } = project;
  const known = captions.tracks.find((track) => track.assetId === assetId);
  const cues = change(known?.cues ?? []);
  if (cues === known?.cues || (!known && cues.length === 0)) return project;
  const changed = cues.length > 0 ? [{ assetId, cues }] : [];
  const tracks = known
    ? captions.tracks.flatMap((track) => (track === known ? changed : [track]))
    : [...captions.tracks, ...changed];
  return { ...project, captions: { ...captions, tracks } };
}

/** Lets every shot of a clip be heard, and so its captions be seen. */
export function keepSound(project: Project, assetId: AssetId): Project {
  const items = project.items.map((item) =>
    item.assetId === assetId ? { ...item, sound: { ...item.sound, muted: false } } : item,
  );
  return { ...project, items };
}

/** Every track changed in the same way. @throws what `change` throws. */
export function changeAllCues(project: Project, change: (cues: readonly Cue[]) => readonly Cue[]): Project {
  return project.captions.tracks.reduce((changed, { assetId }) => changeCues(changed, assetId, change), project);
}

/** Takes a look as it comes: what was changed of the one before goes. */
export function chooseCaptionLook(project: Project, preset: CaptionLookChoice['preset']): Project {
  return withLook(project, { preset, changes: {} });
}

export function changeCaptionLook(project: Project, changes: CaptionLookChanges): Project {
  const { look } = project.captions;
  return withLook(project, { ...look, changes: { ...look.changes, ...changes } });
}

function withLook(project: Project, look: CaptionLookChoice): Project {
  return { ...project, captions: { ...project.captions, look } };
}
