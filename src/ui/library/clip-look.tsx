import { useState } from 'react';
import type { AssetId } from '#core/media/asset.ts';
import { STRIP_PICTURES, stripPictureAt } from '#core/media/clip-stills.ts';
import { SliderField } from '../parts/slider-field.tsx';
import { Thumbnail } from '../parts/thumbnail.tsx';
import { useFilmstrip, useThumbnail } from '../state/media.ts';
import { formatMoment } from '../view/format.ts';
import { t } from '../words/words.ts';

/** A clip's picture, and a way to look through it that needs no pointer. */
export function ClipLook({ assetId, durationSeconds }: { assetId: AssetId; durationSeconds: number }) {
  const [picture, setPicture] = useState<number | null>(null);
  const first = useThumbnail(assetId);
  const film = useFilmstrip(assetId);
  const share = picture === null ? 0 : picture / (STRIP_PICTURES - 1);
  const scrubbed = picture === null ? undefined : film[stripPictureAt(share, film.length)];
  return (
    <div className="flex flex-col gap-2">
      <Thumbnail url={scrubbed ?? first} className="h-44 w-full" />
      {film.length > 1 && (
        <SliderField
          label={t`Look through`}
          value={picture ?? 0}
          min={0}
          max={STRIP_PICTURES - 1}
          step={1}
          text={formatMoment(share * durationSeconds)}
          onChange={setPicture}
        />
      )}
    </div>
  );
}
