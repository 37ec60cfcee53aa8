import type { CSSProperties } from 'react';
import type { CaptionLook, CaptionLookName } from '#core/captions/looks.ts';
import { t } from '../words/words.ts';

export const CAPTION_LOOK_LABELS: Record<CaptionLookName, string> = {
  classic: t`Classic`,
  boxed: t`Boxed`,
  karaoke: t`Karaoke`,
  pop: t`Pop`,
  typewriter: t`Typewriter`,
  'luxury-gold': t`Luxury gold`,
};

/** Pixels on the card for one of a picture whose shorter side is 1080: words stay readable on so small a one. */
const SCALE = 0.18;

/** What a look does to two words, on the first picture of the video. */
export function LookSwatch({ look, picture }: { look: CaptionLook; picture: string | undefined }) {
  const [first = '', second = ''] = t`Golden hour`.split(' ');
  const words = [first, look.animation === 'typewriter' ? second.slice(0, 2) : second];
  return (
    <span aria-hidden className="relative flex aspect-[4/3] w-full items-center justify-center overflow-hidden bg-ink">
      {picture ? (
        <img src={picture} alt="" className="absolute inset-0 size-full object-cover brightness-75" />
      ) : (
        <span className="absolute inset-0 bg-linear-to-br from-[#7a5d40] via-[#57455a] to-[#20334f]" />
      )}
      <span className="relative text-center" style={styleOf(look)}>
        <span className="block">{words[0]}</span>
        <span className="block" style={{ color: look.animation === 'highlight' ? look.accent : look.fill }}>
          {words[1]}
          {look.animation === 'typewriter' && <span className="opacity-60">|</span>}
        </span>
      </span>
    </span>
  );
}

function styleOf({ box, shadow, ...look }: CaptionLook): CSSProperties {
  return {
    fontFamily: look.family === 'serif' ? 'var(--font-display)' : 'var(--font-sans)',
    fontSize: look.fontPixels * SCALE,
    fontWeight: look.fontWeight,
    lineHeight: 1.15,
    textTransform: look.uppercase ? 'uppercase' : 'none',
    color: look.fill,
    // Half of a stroke lies under the letter.
    ...(look.strokePixels > 0 && { WebkitTextStroke: `${look.strokePixels * 2 * SCALE}px ${look.stroke}` }),
    paintOrder: 'stroke fill',
    ...(shadow && {
      textShadow: `${shadow.shiftPixels * SCALE}px ${shadow.shiftPixels * SCALE}px 3px rgb(0 0 0 / 0.6)`,
    }),
    ...(box && {
      background: `${box.colour}${Math.round(box.opacity * 255)
        .toString(16)
        .padStart(2, '0')}`,
      padding: `${box.paddingPixels * SCALE * 0.6}px ${box.paddingPixels * SCALE}px`,
      borderRadius: box.radiusPixels * SCALE,
    }),
  };
}
