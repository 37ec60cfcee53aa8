import { Music } from 'lucide-react';
import { useRef } from 'react';
import type { MediaAsset } from '#core/media/asset.ts';
import { stripPictureAt } from '#core/media/clip-stills.ts';
import { useMediaQuery } from '../parts/media-query.ts';
import { PaintedPicture } from '../parts/painted-picture.tsx';
import { Thumbnail } from '../parts/thumbnail.tsx';
import { Waveform } from '../parts/waveform.tsx';
import { useAnimation } from '../state/animation.ts';
import { useFilmstrip, usePeaks, useThumbnail, useThumbnailBlob } from '../state/media.ts';
import { useScrub } from './use-scrub.ts';

/** Bars of a waveform in little. */
const BARS = 40;

interface TilePictureProps {
  readonly asset: MediaAsset;
  /** Where in a clip the keyboard has gone, 0 to 1; null where it has not. */
  readonly scrubbedTo: number | null;
  /** Whether the keyboard rests here: the clip moves, as under a pointer that rests. */
  readonly isAttended: boolean;
}

/** What an asset looks like, or sounds like. */
export function TilePicture(props: TilePictureProps) {
  switch (props.asset.facts.kind) {
    case 'audio':
      return <TrackPicture asset={props.asset} />;
    case 'image':
      return <StillPicture asset={props.asset} />;
    case 'video':
      return <ClipPicture {...props} />;
  }
}

function StillPicture({ asset }: Pick<TilePictureProps, 'asset'>) {
  return <PaintedPicture picture={useThumbnailBlob(asset.id)} className="size-full" />;
}

function TrackPicture({ asset }: Pick<TilePictureProps, 'asset'>) {
  const peaks = usePeaks(asset.id);
  return (
    <span className="flex size-full items-center justify-center bg-surface-3 p-3 text-text-muted">
      {peaks ? (
        <Waveform peaks={peaks} bars={BARS} className="h-4/5 w-full" />
      ) : (
        <Music aria-hidden className="size-5" />
      )}
    </span>
  );
}

/**
 * A pointer that goes over a clip from left to right goes through it from its beginning to its end; where it rests, the
 * clip plays in little.
 */
function ClipPicture({ asset, scrubbedTo, isAttended }: TilePictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const scrub = useScrub(box);
  const at = scrub.at ?? scrubbedTo;
  const staysStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  const moves = !staysStill && (scrub.isResting || (isAttended && at === null));
  const first = useThumbnail(asset.id);
  const film = useFilmstrip(at === null ? undefined : asset.id);
  const moving = useAnimation(moves ? asset.id : undefined);
  const scrubbed = at === null ? undefined : film[stripPictureAt(at, film.length)];
  return (
    <div ref={box} className="relative size-full touch-pan-y touch-pinch-zoom" {...scrub.handlers}>
      <Thumbnail url={moving ?? scrubbed ?? first} className="size-full rounded-none!" />
      {at !== null && !moving && (
        <span aria-hidden className="absolute inset-x-0 bottom-0 h-1 bg-ink/70">
          <span className="block h-full bg-gold" style={{ width: `${at * 100}%` }} />
        </span>
      )}
    </div>
  );
}
