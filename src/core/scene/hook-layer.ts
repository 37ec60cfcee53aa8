import type { Rect, Size } from '../geometry.ts';
import type { HookPlacement } from '../project/project.ts';
import type { HookAnimation } from '../style/hook-look.ts';
import type { TextClip } from '../timeline/timeline.ts';
import { type FrameRate, frameToSeconds } from '../units.ts';
import { bannerBox, HOOK_STYLE } from './composition.ts';
import { commonSafeArea } from './safe-areas.ts';
import type { TextLayer } from './scene.ts';

/** How long a hook takes to come in, in seconds. */
const ENTRANCE_SECONDS = 0.7;
/** Grapheme clusters that a typewriter sets in a second. */
const TYPED_PER_SECOND = 24;
/** How far a hook rises or slides in, in pixels of the reference canvas. */
const RISE_PIXELS = 60;
const SLIDE_PIXELS = 240;
/** A hook that pops overshoots by this share before it rests (the constant of the usual back easing: 10 %). */
const OVERSHOOT = 1.70158;

/** @param offset frames from the clip's start. */
export function hookLayer(clip: TextClip, offset: number, canvas: Size, rate: FrameRate): TextLayer {
  const { look } = clip;
  const elapsed = frameToSeconds(offset, rate);
  return {
    kind: 'text',
    text: hookText(clip),
    box: hookBox(clip.placement, canvas),
    style: { ...HOOK_STYLE, family: look.family, font: clip.font, fill: look.fill },
    ...entrance(look.animation, elapsed),
  };
}

/** The characters that are drawn. Upper case as Unicode has it, whatever the language of the browser. */
export function hookText({ text, look }: TextClip): string {
  return look.uppercase ? text.toUpperCase() : text;
}

type Entrance = Pick<TextLayer, 'opacity' | 'shift' | 'scale' | 'visibleCharacters'>;

const AT_REST: Entrance = { opacity: 1, shift: { x: 0, y: 0 }, scale: 1, visibleCharacters: null };

function entrance(animation: HookAnimation, elapsed: number): Entrance {
  if (animation === 'typewriter') return { ...AT_REST, visibleCharacters: Math.floor(elapsed * TYPED_PER_SECOND) + 1 };
  const progress = Math.min(1, elapsed / ENTRANCE_SECONDS);
  if (animation === 'none' || progress === 1) return AT_REST;
  const eased = 1 - (1 - progress) ** 3;
  switch (animation) {
    case 'fade':
      return { ...AT_REST, opacity: eased };
    case 'rise':
      return { ...AT_REST, opacity: eased, shift: { x: 0, y: (1 - eased) * RISE_PIXELS } };
    case 'slide':
      return { ...AT_REST, opacity: eased, shift: { x: (eased - 1) * SLIDE_PIXELS, y: 0 } };
    case 'pop':
      return { ...AT_REST, opacity: Math.min(1, 3 * progress), scale: 0.4 + 0.6 * overshooting(progress) };
  }
}

function overshooting(t: number): number {
  const back = t - 1;
  return 1 + (OVERSHOOT + 1) * back ** 3 + OVERSHOOT * back ** 2;
}

/** Where the hook is wrapped and centred. */
export function hookBox(placement: HookPlacement, canvas: Size): Rect {
  return placement === 'banner' ? bannerBox(canvas) : safeBox(canvas);
}

/** As tall as the banner, at the top of what every platform leaves free. */
function safeBox(canvas: Size): Rect {
  const banner = bannerBox(canvas);
  const free = commonSafeArea(canvas);
  if (free.height === canvas.height) return banner;
  return { ...free, height: banner.height };
}
