import { adjustGrid, type BeatGrid } from '../beats/beat-grid.ts';
import type { Size } from '../geometry.ts';
import type { MediaItem, Project } from '../project/project.ts';
import { type RenderSettings, referenceSize } from '../render/settings.ts';
import { ATMOSPHERE_OPACITY } from '../scene/composition.ts';
import { hookBox } from '../scene/hook-layer.ts';
import { logoArea } from '../scene/logo-area.ts';
import { STYLE_PRESETS } from '../style/presets.ts';
import { endlessly } from '../timeline/playback.ts';
import type {
  AudioClip,
  Clip,
  FrameClip,
  LogoClip,
  OverlayClip,
  TextClip,
  Timeline,
  Track,
} from '../timeline/timeline.ts';
import { frameIndex, seconds, secondsToFrameCount } from '../units.ts';
import { factsOf, pictureFactsOf } from './asset-facts.ts';
import { plannedCaptions } from './plan-captions.ts';
import { clipSounds, contentClips } from './plan-content.ts';
import { planShots, type Shot } from './plan-shots.ts';
import type { AssetLookup, PlanSources } from './plan-sources.ts';
import { plannedSeconds } from './planned-length.ts';

/**
 * Turns a person's choices into a timeline, cut on whole frames and on the beat.
 * Pure: the same project, sources and settings give the same timeline.
 * @throws StudioError `not-found` when the project names an asset that `sources` does not hold.
 */
export function planTimeline(project: Project, sources: PlanSources, settings: RenderSettings): Timeline {
  const { assets } = sources;
  const { frameRate } = settings;
  const canvas = referenceSize(project.format);
  const durationFrames = Math.max(1, secondsToFrameCount(plannedSeconds(project, assets), frameRate));
  const whole = { start: frameIndex(0), durationFrames };
  const content = contentClips(project, sources, settings, shotsOf(project, sources, settings, durationFrames), canvas);
  const tracks: Track[] = [
    { name: 'atmosphere', clips: atmosphereClips(project, assets, settings, whole) },
    { name: 'content', clips: content },
    { name: 'frame', clips: frameClips(project, assets, whole) },
    { name: 'logo', clips: logoClips(project, assets, canvas, whole) },
    { name: 'text', clips: textClips(project, settings, whole) },
    { name: 'music', clips: musicClips(project, assets, settings, whole) },
    { name: 'clip-sound', clips: clipSounds(project, sources, content) },
  ];
  const timeline = { frameRate, canvas, durationFrames, tracks };
  const captions: Track = { name: 'captions', clips: plannedCaptions(project, timeline, settings) };
  // Over all that is seen.
  return { ...timeline, tracks: tracks.toSpliced(tracks.findIndex(({ name }) => name === 'text') + 1, 0, captions) };
}

/** The music's beats as the person corrected them; null where there are none to follow. */
export function beatsOf(project: Project, sources: PlanSources): BeatGrid | null {
  if (!project.music || !sources.beats) return null;
  return adjustGrid(sources.beats, project.music.beats);
}

function shotsOf(project: Project, sources: PlanSources, settings: RenderSettings, durationFrames: number): Shot[] {
  return planShots(project.items, {
    durationFrames,
    frameRate: settings.frameRate,
    pace: STYLE_PRESETS[project.style.preset].pace,
    beats: beatsOf(project, sources),
    repeat: project.repeatItems,
    longestSeconds: (item) => longestOf(item, sources.assets),
  });
}

/** A clip that is trimmed shows nothing new after its end. */
function longestOf({ assetId, playback }: MediaItem, assets: AssetLookup): number | null {
  const facts = pictureFactsOf(assets, assetId);
  if (facts.kind === 'image' || playback.mode === 'loop') return null;
  return facts.durationSeconds - (playback.startSeconds ?? 0);
}

type Span = Pick<Clip, 'start' | 'durationFrames'>;

function atmosphereClips(
  { atmosphere, seed }: Project,
  assets: AssetLookup,
  settings: RenderSettings,
  whole: Span,
): OverlayClip[] {
  const shared = { kind: 'overlay', ...whole, opacity: ATMOSPHERE_OPACITY, moving: settings.motion } as const;
  switch (atmosphere.kind) {
    case 'none':
      return [];
    case 'preset':
      return [{ ...shared, content: { kind: 'preset', preset: atmosphere.preset, seed } }];
    case 'custom': {
      const { assetId } = atmosphere;
      const { size, durationSeconds } = factsOf(assets, assetId, 'video');
      const playback = endlessly(durationSeconds);
      return [{ ...shared, content: { kind: 'video', assetId, sourceSize: size, playback } }];
    }
  }
}

function frameClips({ frame, frameColour }: Project, assets: AssetLookup, whole: Span): FrameClip[] {
  switch (frame.kind) {
    case 'none':
      return [];
    case 'preset':
      return [{ kind: 'frame', frame: { ...frame, colour: frameColour }, ...whole }];
    case 'custom': {
      const sourceSize = factsOf(assets, frame.assetId, 'image').size;
      return [{ kind: 'frame', frame: { kind: 'custom', assetId: frame.assetId, sourceSize }, ...whole }];
    }
  }
}

/** A logo that is gone is left out: the video is whole without it, and `checkRender` says so. */
function logoClips(project: Project, assets: AssetLookup, canvas: Size, whole: Span): LogoClip[] {
  const { logo, hook, hookPlacement } = project;
  const facts = logo && assets.get(logo.assetId)?.facts;
  if (!logo || facts?.kind !== 'image') return [];
  const text = hook.trim() === '' ? null : hookBox(hookPlacement, canvas);
  const area = logoArea(logo, facts.size, canvas, text);
  return [{ kind: 'logo', assetId: logo.assetId, sourceSize: facts.size, area, opacity: logo.opacity, ...whole }];
}

function textClips(
  { hook, hookPlacement, hookColour, hookFont, style }: Project,
  settings: RenderSettings,
  whole: Span,
): TextClip[] {
  const text = hook.trim();
  if (text === '') return [];
  const ofStyle = STYLE_PRESETS[style.preset].hook;
  const look = { ...ofStyle, fill: hookColour ?? ofStyle.fill };
  const shown = settings.motion ? look : { ...look, animation: 'none' as const };
  return [{ kind: 'text', text, look: shown, font: hookFont, placement: hookPlacement, ...whole }];
}

function musicClips(
  { music, sound }: Project,
  assets: AssetLookup,
  settings: RenderSettings,
  whole: Span,
): AudioClip[] {
  if (!music) return [];
  const { durationSeconds } = factsOf(assets, music.assetId, 'audio');
  const clip = {
    kind: 'audio',
    role: 'music',
    assetId: music.assetId,
    // A video longer than its music ends in silence.
    playback: { ...endlessly(durationSeconds), atEnd: 'hold' },
    gainDb: music.gainDb,
    duckDb: sound.ducking === 'music-under-clips' ? sound.duckDb : 0,
    fadeInSeconds: seconds(0),
    fadeOutSeconds: seconds(settings.audio.fadeOutSeconds),
  } as const;
  return [{ ...clip, ...whole }];
}
