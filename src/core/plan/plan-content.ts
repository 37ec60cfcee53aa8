import { coverCrop, type FocusPoint, type Size } from '../geometry.ts';
import { isMuted, type MediaItem, type Project } from '../project/project.ts';
import type { RenderSettings } from '../render/settings.ts';
import { contentBox } from '../scene/composition.ts';
import { gradeMatrix } from '../style/grade.ts';
import { STYLE_PRESETS } from '../style/presets.ts';
import type { AudioClip, ContentClip, Playback, VideoClip } from '../timeline/timeline.ts';
import { frameIndex, frameToSeconds, seconds } from '../units.ts';
import { pictureFactsOf } from './asset-facts.ts';
import { fillSlot } from './clip-playback.ts';
import { motionOf } from './motion-of.ts';
import type { Shot } from './plan-shots.ts';
import type { PlanSources } from './plan-sources.ts';
import { planTransitions } from './plan-transitions.ts';

/** Shots as clips of the timeline: what of each file is seen, how it moves, how it comes in, in which colours. */
export function contentClips(
  project: Project,
  sources: PlanSources,
  settings: RenderSettings,
  shots: readonly Shot[],
  canvas: Size,
): ContentClip[] {
  const style = STYLE_PRESETS[project.style.preset];
  const grade = gradeMatrix(style.grade, project.style.gradeStrength);
  const transitions = planTransitions(shots, style, settings.frameRate);
  return shots.map((shot, index): ContentClip => {
    const { item } = shot;
    const facts = pictureFactsOf(sources.assets, item.assetId);
    const kind = item.motion === 'auto' ? (style.motions[index % style.motions.length] ?? 'none') : item.motion;
    const placed = {
      itemId: item.id,
      assetId: item.assetId,
      sourceSize: facts.size,
      box: contentBox(canvas),
      fit: item.fit,
      bars: item.bars,
      focus: item.focus,
      motion: motionOf(settings.motion ? kind : 'none', focusInCrop(item, facts.size, canvas)),
      grade,
      transition: settings.motion ? (transitions[index] ?? null) : null,
      start: frameIndex(shot.start),
      durationFrames: shot.durationFrames,
    };
    if (facts.kind === 'image') return { kind: 'image', ...placed, opaque: !facts.hasAlpha };
    const playback = playbackOf(shot, facts.durationSeconds, sources, settings);
    return { kind: 'video', ...placed, playback };
  });
}

/** Where the focus point lies in what is shown of the picture. */
function focusInCrop({ fit, focus }: MediaItem, size: Size, canvas: Size): FocusPoint {
  if (fit === 'contain') return focus;
  const crop = coverCrop(size, contentBox(canvas), focus);
  return { x: (focus.x * size.width - crop.x) / crop.width, y: (focus.y * size.height - crop.y) / crop.height };
}

function playbackOf(
  { item, durationFrames, use, uses }: Shot,
  durationSeconds: number,
  { highlights }: PlanSources,
  { frameRate, motion }: RenderSettings,
): Playback {
  const slot = { lengthSeconds: frameToSeconds(durationFrames, frameRate), use, uses };
  const playback = fillSlot(item.playback, durationSeconds, highlights.get(item.assetId) ?? null, slot);
  return motion ? playback : { ...playback, speed: 0 };
}

/** The sound of the clips that keep theirs. */
export function clipSounds(project: Project, { assets }: PlanSources, clips: readonly ContentClip[]): AudioClip[] {
  const items = new Map(project.items.map((item) => [item.id, item]));
  const isPlaying = (clip: ContentClip): clip is VideoClip => {
    if (clip.kind !== 'video' || clip.playback.speed === 0) return false;
    const facts = pictureFactsOf(assets, clip.assetId);
    const item = items.get(clip.itemId);
    return facts.kind === 'video' && facts.hasAudio && item !== undefined && !isMuted(project, item);
  };
  return clips.filter(isPlaying).map(({ assetId, playback, itemId, start, durationFrames }) => ({
    kind: 'audio',
    role: 'clip',
    assetId,
    playback,
    gainDb: items.get(itemId)?.sound.gainDb ?? 0,
    duckDb: project.sound.ducking === 'clips-under-music' ? project.sound.duckDb : 0,
    fadeInSeconds: seconds(0),
    fadeOutSeconds: seconds(0),
    start,
    durationFrames,
  }));
}
