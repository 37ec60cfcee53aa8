import { useEffect, useRef } from 'react';
import type { AtmospherePreset, FramePreset } from '#core/project/look.ts';
import { particleSystem } from '#core/scene/particles.ts';
import { drawParticle } from '../parts/draw-particle.ts';
import { useProject } from '../state/editor.tsx';
import { useThumbnail } from '../state/media.ts';
import { FrameBorder } from './frame-border.tsx';

/** Small pictures of what a choice does, drawn with the person's first photo where there is one. */

interface FrameSwatchProps {
  readonly frame: FramePreset | 'none';
  /** As `#RRGGBB`; null is the frame's own metal. */
  readonly colour: string | null;
}

export function FrameSwatch({ frame, colour }: FrameSwatchProps) {
  const photo = useFirstPhoto();
  return (
    <span aria-hidden className="relative block aspect-[4/5] lg:aspect-square w-full bg-ink">
      <PhotoBlock url={photo} />
      {frame !== 'none' && <FrameBorder preset={frame} colour={colour} />}
    </span>
  );
}

/** The person's own file as a swatch. */
export function AssetSwatch({ assetId }: { assetId: string }) {
  const url = useThumbnail(assetId);
  return (
    <span aria-hidden className="relative block aspect-[4/5] lg:aspect-square w-full bg-ink">
      {url && <img src={url} alt="" className="absolute inset-0 size-full object-cover" />}
    </span>
  );
}

export function AtmosphereSwatch({ atmosphere }: { atmosphere: AtmospherePreset | 'none' }) {
  const photo = useFirstPhoto();
  return (
    <span aria-hidden className="relative block aspect-[4/5] lg:aspect-square w-full bg-ink">
      {atmosphere !== 'none' && <ParticleField preset={atmosphere} />}
      <PhotoBlock url={photo} inset="inset-[18%]" />
    </span>
  );
}

function PhotoBlock({ url, inset = 'inset-[9%]' }: { url: string | undefined; inset?: string }) {
  if (url) {
    return (
      <span className={`absolute ${inset}`}>
        <img src={url} alt="" className="size-full object-cover" />
      </span>
    );
  }
  return <span className={`absolute ${inset} bg-linear-to-br from-[#5b4a3a] via-[#3a3140] to-[#23232b]`} />;
}

function useFirstPhoto(): string | undefined {
  const assetId = useProject((project) => project.items[0]?.assetId);
  return useThumbnail(assetId);
}

const FIELD = { width: 120, height: 160 } as const;
/** The real particles are sized for a whole video; a swatch shows them larger. */
const GROWTH = 2.2;

/** A still of the same particles that the video gets. */
function ParticleField({ preset }: { preset: AtmospherePreset }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const seed = useProject((project) => project.seed);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, FIELD.width, FIELD.height);
    for (const particle of particleSystem({ preset, seed }, FIELD)(2)) drawParticle(context, particle, GROWTH);
  }, [preset, seed]);
  return <canvas ref={canvas} {...FIELD} className="absolute inset-0 size-full" />;
}
