import { toDecibels } from '../audio/decibels.ts';
import { CENTRE, type Rect, type Size } from '../geometry.ts';
import { factsOf, pictureFactsOf } from '../plan/asset-facts.ts';
import { motionOf } from '../plan/motion-of.ts';
import type { AssetLookup } from '../plan/plan-sources.ts';
import { planTransitions, type ShotSpan } from '../plan/plan-transitions.ts';
import { type RenderSettings, referenceSize } from '../render/settings.ts';
import { endlessly } from '../timeline/playback.ts';
import type { AudioClip, ContentClip, Playback, Timeline } from '../timeline/timeline.ts';
import { type FrameRate, frameIndex, type Seconds, seconds } from '../units.ts';
import type { MergeScene, SceneList } from './scene-list.ts';

/** How long an image is shown over which nobody speaks, in seconds. */
export const IMAGE_SCENE_SECONDS = 3;
/** Lengths are computed: what misses a frame's time by less has not begun it. */
const ROUNDING_SLACK = 1e-6;

/**
 * Scenes as a timeline: each begins on a whole frame, where the one before it ends, so that nothing adds up from scene to
 * scene. A scene is as long as the longer of its picture and its voice-over; a video that is shorter holds its last
 * frame, as a film under a speaker does, and does not start over.
 * @throws StudioError `not-found` when the list names an asset that `assets` does not hold.
 */
export function planScenes(list: SceneList, assets: AssetLookup, settings: RenderSettings): Timeline {
  const { frameRate } = settings;
  const canvas = referenceSize(list.format);
  const spans = sceneSpans(list, assets, frameRate);
  const transitions = planTransitions(
    spans,
    { transitions: [list.transition?.kind ?? 'cut'], transitionSeconds: list.transition?.seconds ?? 0 },
    frameRate,
  );
  const scenes = spans.map((span, index) => ({ ...span, transition: transitions[index] ?? null }));
  return {
    frameRate,
    canvas,
    durationFrames: spans.reduce((sum, { durationFrames }) => sum + durationFrames, 0),
    tracks: [
      { name: 'content', clips: scenes.map((scene) => pictureClip(scene, assets, canvas, settings)) },
      { name: 'clip-sound', clips: scenes.flatMap((scene) => ownSound(scene, assets)) },
      { name: 'voice', clips: scenes.flatMap((scene) => voiceOver(scene, assets)) },
    ],
  };
}

interface SceneSpan extends ShotSpan {
  readonly scene: MergeScene;
}

interface PlannedScene extends SceneSpan {
  readonly transition: ContentClip['transition'];
}

function sceneSpans({ scenes }: SceneList, assets: AssetLookup, rate: FrameRate): SceneSpan[] {
  let start = 0;
  return scenes.map((scene) => {
    const exact = (sceneSeconds(scene, assets) * rate.numerator) / rate.denominator;
    // Up, so that no last word is cut off.
    const span = { scene, start, durationFrames: Math.max(1, Math.ceil(exact - ROUNDING_SLACK)) };
    start += span.durationFrames;
    return span;
  });
}

function sceneSeconds({ assetId, voiceAssetId }: MergeScene, assets: AssetLookup): number {
  const picture = pictureFactsOf(assets, assetId);
  const voice = voiceAssetId === null ? 0 : factsOf(assets, voiceAssetId, 'audio').durationSeconds;
  if (picture.kind === 'video') return Math.max(picture.durationSeconds, voice);
  return voice > 0 ? voice : IMAGE_SCENE_SECONDS;
}

function pictureClip(
  { scene, start, durationFrames, transition }: PlannedScene,
  assets: AssetLookup,
  canvas: Size,
  { motion }: RenderSettings,
): ContentClip {
  const facts = pictureFactsOf(assets, scene.assetId);
  const placed = {
    itemId: scene.id,
    assetId: scene.assetId,
    sourceSize: facts.size,
    box: whole(canvas),
    fit: scene.fit,
    bars: 'plain',
    focus: CENTRE,
    motion: motionOf('none', CENTRE),
    grade: null,
    transition: motion ? transition : null,
    start: frameIndex(start),
    durationFrames,
  } as const;
  if (facts.kind === 'image') return { kind: 'image', ...placed, opaque: !facts.hasAlpha };
  const playback = once(facts.durationSeconds);
  return { kind: 'video', ...placed, playback: motion ? playback : { ...playback, speed: 0 } };
}

function ownSound({ scene, start, durationFrames }: PlannedScene, assets: AssetLookup): AudioClip[] {
  const facts = pictureFactsOf(assets, scene.assetId);
  if (facts.kind !== 'video' || !facts.hasAudio) return [];
  const playback = once(facts.durationSeconds);
  return soundClip('clip', scene.assetId, scene.sceneGain, playback, { start, durationFrames });
}

function voiceOver({ scene, start, durationFrames }: PlannedScene, assets: AssetLookup): AudioClip[] {
  if (scene.voiceAssetId === null) return [];
  const playback = once(factsOf(assets, scene.voiceAssetId, 'audio').durationSeconds);
  return soundClip('voice', scene.voiceAssetId, scene.voiceGain, playback, { start, durationFrames });
}

/** None of what is silent. */
function soundClip(
  role: AudioClip['role'],
  assetId: string,
  gain: number,
  playback: Playback,
  { start, durationFrames }: ShotSpan,
): AudioClip[] {
  if (gain === 0) return [];
  const fades = { duckDb: 0, fadeInSeconds: seconds(0), fadeOutSeconds: seconds(0) };
  const span = { start: frameIndex(start), durationFrames };
  return [{ kind: 'audio', role, assetId, playback, gainDb: toDecibels(gain), ...fades, ...span }];
}

function once(durationSeconds: Seconds): Playback {
  return { ...endlessly(durationSeconds), atEnd: 'hold' };
}

function whole({ width, height }: Size): Rect {
  return { x: 0, y: 0, width, height };
}
