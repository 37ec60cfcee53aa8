import { StudioError } from '../errors.ts';
import { clamp } from '../geometry.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import type { AssetId, MediaAsset, MediaFacts } from '../media/asset.ts';
import type { Project } from '../project/project.ts';
import { type RenderSettings, referenceSize } from '../render/settings.ts';
import { ATMOSPHERE_OPACITY, KEN_BURNS_ZOOM, NO_ZOOM } from '../scene/composition.ts';
import type { Clip, ImageClip, Timeline, Track } from '../timeline/timeline.ts';
import { frameIndex, type Seconds, seconds, secondsToFrameCount } from '../units.ts';

/** Length of a video that nobody set: that of its music, at most this. */
const LONGEST_AUTOMATIC_SECONDS = 30;
/** Without music, how long each photo stays. */
const SECONDS_PER_PHOTO = 4;

export type AssetLookup = ReadonlyMap<AssetId, MediaAsset>;

/** How long the video will be, in seconds. */
export function plannedSeconds(project: Project, assets: AssetLookup): Seconds {
  const { shortestSeconds, longestSeconds } = DEFAULT_LIMITS;
  if (project.lengthSeconds !== null) return seconds(clamp(project.lengthSeconds, shortestSeconds, longestSeconds));
  const natural = project.music
    ? factsOf(assets, project.music.assetId, 'audio').durationSeconds
    : project.photos.length * SECONDS_PER_PHOTO;
  return seconds(clamp(natural, shortestSeconds, LONGEST_AUTOMATIC_SECONDS));
}

/**
 * Turns a person's choices into a timeline: photos share the length evenly, cut on whole frames.
 * Pure: the same project, assets and settings give the same timeline.
 * @throws StudioError `not-found` when the project names an asset that `assets` does not hold.
 */
export function planTimeline(project: Project, assets: AssetLookup, settings: RenderSettings): Timeline {
  const { frameRate } = settings;
  const durationFrames = Math.max(1, secondsToFrameCount(plannedSeconds(project, assets), frameRate));
  const whole = { start: frameIndex(0), durationFrames };
  const tracks: Track[] = [
    { name: 'atmosphere', clips: atmosphereClips(project, assets, settings, whole) },
    { name: 'content', clips: photoClips(project, assets, settings, durationFrames) },
    { name: 'frame', clips: frameClips(project, assets, whole) },
    { name: 'text', clips: project.hook.trim() === '' ? [] : [{ kind: 'text', text: project.hook.trim(), ...whole }] },
    { name: 'music', clips: musicClips(project, settings, whole) },
  ];
  return { frameRate, canvas: referenceSize(project.format), durationFrames, tracks };
}

type Span = Pick<Clip, 'start' | 'durationFrames'>;

function photoClips(project: Project, assets: AssetLookup, settings: RenderSettings, total: number): ImageClip[] {
  const count = project.photos.length;
  return project.photos.flatMap((photo, index) => {
    const start = Math.round((index * total) / count);
    const end = Math.round(((index + 1) * total) / count);
    // More photos than frames: the ones that would get no frame are left out.
    if (end === start) return [];
    const facts = factsOf(assets, photo.assetId, 'image');
    return {
      kind: 'image',
      assetId: photo.assetId,
      start: frameIndex(start),
      durationFrames: end - start,
      sourceSize: facts.size,
      opaque: !facts.hasAlpha,
      fit: photo.fit,
      focus: photo.focus,
      zoom: settings.motion ? KEN_BURNS_ZOOM : NO_ZOOM,
    };
  });
}

function atmosphereClips(project: Project, assets: AssetLookup, settings: RenderSettings, whole: Span): Clip[] {
  const { atmosphere } = project;
  const shared = { ...whole, opacity: ATMOSPHERE_OPACITY, moving: settings.motion };
  switch (atmosphere.kind) {
    case 'none':
      return [];
    case 'preset':
      return [{ kind: 'overlay', preset: atmosphere.preset, seed: project.seed, ...shared }];
    case 'custom': {
      const facts = factsOf(assets, atmosphere.assetId, 'video');
      const source = { assetId: atmosphere.assetId, sourceSize: facts.size, sourceDuration: facts.durationSeconds };
      return [{ kind: 'video', ...source, ...shared }];
    }
  }
}

function frameClips(project: Project, assets: AssetLookup, whole: Span): Clip[] {
  const { frame } = project;
  switch (frame.kind) {
    case 'none':
      return [];
    case 'preset':
      return [{ kind: 'frame', frame, ...whole }];
    case 'custom': {
      const sourceSize = factsOf(assets, frame.assetId, 'image').size;
      return [{ kind: 'frame', frame: { kind: 'custom', assetId: frame.assetId, sourceSize }, ...whole }];
    }
  }
}

function musicClips(project: Project, settings: RenderSettings, whole: Span): Clip[] {
  if (!project.music) return [];
  const fadeOutSeconds = seconds(settings.audio.fadeOutSeconds);
  return [{ kind: 'audio', assetId: project.music.assetId, fadeOutSeconds, ...whole }];
}

function factsOf<Kind extends MediaFacts['kind']>(
  assets: AssetLookup,
  id: AssetId,
  kind: Kind,
): Extract<MediaFacts, { kind: Kind }> {
  const asset = assets.get(id);
  if (asset?.facts.kind !== kind) {
    throw new StudioError('not-found', `A file of this video (${kind}) is no longer in the library. Add it again.`, {
      rule: `${kind} asset exists`,
      value: id,
    });
  }
  return asset.facts as Extract<MediaFacts, { kind: Kind }>;
}
