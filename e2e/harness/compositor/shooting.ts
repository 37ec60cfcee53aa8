import { captionClips } from '#core/captions/caption-clips.ts';
import { CAPTION_LOOKS, type CaptionLookName } from '#core/captions/looks.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { CENTRE, type Size } from '#core/geometry.ts';
import { motionOf } from '#core/plan/motion-of.ts';
import type { AtmospherePreset, FramePreset } from '#core/project/look.ts';
import { contentBox } from '#core/scene/composition.ts';
import type { MotionKind } from '#core/style/motion.ts';
import { STYLE_PRESETS } from '#core/style/presets.ts';
import type { Transition } from '#core/style/transition.ts';
import type { Clip, Timeline } from '#core/timeline/timeline.ts';
import { frameIndex } from '#core/units.ts';
import type { CompositorBackend, MediaFile } from '#engine/compositor/compositor.ts';
import type { DrawRequest } from './worker.ts';

/** A composition in a few words, and which of its frames to draw. */
export interface Shot {
  readonly backend?: CompositorBackend;
  readonly size?: Size;
  readonly frames?: readonly number[];
  /** Colours of the photos' left and right halves; each photo plays 30 frames. */
  readonly photos?: readonly (readonly [left: string, right: string])[];
  readonly photoSize?: Size;
  readonly fit?: 'cover' | 'contain';
  readonly frame?: FramePreset | 'custom';
  readonly atmosphere?: AtmospherePreset;
  readonly seed?: number;
  readonly text?: string;
  readonly captions?: { readonly cues: readonly Cue[]; readonly look: CaptionLookName };
  readonly motion?: MotionKind;
  /** How each photo comes in after the one before it. */
  readonly transition?: Transition | null;
}

const CANVAS: Size = { width: 1080, height: 1920 };
const FRAME_RATE = { numerator: 30, denominator: 1 } as const;
export const FRAMES_PER_PHOTO = 30;

/** A picture of two colours, as a PNG. */
export async function photo(size: Size, [left, right]: readonly [string, string]): Promise<Blob> {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No 2D canvas.');
  context.fillStyle = left;
  context.fillRect(0, 0, size.width / 2, size.height);
  context.fillStyle = right;
  context.fillRect(size.width / 2, 0, size.width / 2, size.height);
  return canvas.convertToBlob({ type: 'image/png' });
}

export async function shootingPlan(shot: Shot): Promise<DrawRequest> {
  const { photos = [['#204060', '#c08040']], photoSize = { width: 900, height: 1600 }, seed = 7 } = shot;
  const media: MediaFile[] = await Promise.all(
    photos.map(async (colours, index) => ({
      assetId: `photo-${index}`,
      name: `photo-${index}.png`,
      bytes: await photo(photoSize, colours),
    })),
  );
  const span = { start: frameIndex(0), durationFrames: photos.length * FRAMES_PER_PHOTO };
  const content = photos.map(
    (colours, index): Clip => ({
      kind: 'image',
      assetId: `photo-${index}`,
      sourceSize: photoSize,
      box: contentBox(CANVAS),
      opaque: colours.every((colour) => colour.length === 7),
      fit: shot.fit ?? 'cover',
      focus: CENTRE,
      itemId: `item-${index}`,
      bars: 'plain',
      motion: motionOf(shot.motion ?? 'in', CENTRE),
      grade: null,
      transition: shot.transition ?? null,
      start: frameIndex(index * FRAMES_PER_PHOTO),
      durationFrames: FRAMES_PER_PHOTO,
    }),
  );
  const frames: Clip[] = [];
  if (shot.frame === 'custom') {
    media.push({ assetId: 'frame', name: 'frame.png', bytes: await photo(CANVAS, ['#ff000080', '#00000000']) });
    frames.push({ kind: 'frame', frame: { kind: 'custom', assetId: 'frame', sourceSize: CANVAS }, ...span });
  } else if (shot.frame)
    frames.push({ kind: 'frame', frame: { kind: 'preset', preset: shot.frame, colour: null }, ...span });
  const { atmosphere: preset, text } = shot;
  const timeline: Timeline = {
    frameRate: FRAME_RATE,
    canvas: CANVAS,
    durationFrames: span.durationFrames,
    tracks: [
      {
        name: 'atmosphere',
        clips: preset
          ? [{ kind: 'overlay', content: { kind: 'preset', preset, seed }, opacity: 0.7, moving: true, ...span }]
          : [],
      },
      { name: 'content', clips: content },
      { name: 'frame', clips: frames },
      {
        name: 'text',
        clips: text
          ? [{ kind: 'text', text, look: STYLE_PRESETS['luxury-gold'].hook, font: null, placement: 'banner', ...span }]
          : [],
      },
      {
        name: 'captions',
        clips: shot.captions
          ? captionClips(
              shot.captions.cues,
              { look: CAPTION_LOOKS[shot.captions.look] },
              FRAME_RATE,
              span.durationFrames,
            )
          : [],
      },
    ],
  };
  return { backend: shot.backend ?? 'canvas', size: shot.size ?? CANVAS, frames: shot.frames ?? [0], timeline, media };
}
