import { ImagePlus, X } from 'lucide-react';
import { useState } from 'react';
import { StudioError } from '#core/errors.ts';
import type { AssetId, MediaAsset } from '#core/media/asset.ts';
import {
  LOGO_CORNERS,
  LOGO_MARGIN,
  LOGO_OPACITY,
  LOGO_SIZE,
  type LogoChoice,
  type LogoCorner,
  logoOf,
} from '#core/project/logo.ts';
import { PICTURES } from '../media/file-picking.tsx';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { SliderField } from '../parts/slider-field.tsx';
import { useEditor } from '../state/editor.tsx';
import { useAsset, useThumbnail } from '../state/media.ts';
import { useStored } from '../state/stored.ts';
import { t } from '../words/words.ts';
import type { PartProps } from './brand-part.ts';
import { LogoPlace } from './logo-place.tsx';

const CORNERS: Record<LogoCorner, string> = {
  'top-left': t`Top left`,
  'top-right': t`Top right`,
  'bottom-left': t`Bottom left`,
  'bottom-right': t`Bottom right`,
};

/** The logo of the brand: a picture of the library, and where it lies. */
export function LogoPart({ logo, onChange }: PartProps & { logo: LogoChoice | null }) {
  const { studio } = useEditor();
  const { failure, attempt } = useAttempt();
  const asset = useAsset(logo?.assetId);
  const choose = (assetId: AssetId) =>
    onChange((kit) => ({ ...kit, logo: { ...(kit.logo ?? logoOf(assetId)), assetId } }), t`Logo chosen`);
  const add = (file: File) =>
    attempt(async () => {
      const [outcome] = await studio.assets.importFiles([file]);
      if (outcome?.ok === false) throw outcome.error;
      if (outcome) choose(pictureOnly(outcome.asset).id);
    });
  return (
    <section aria-labelledby="brand-logo" className="mt-4 flex flex-col gap-3 border-t border-line pt-4">
      <div>
        <h3 id="brand-logo" className="font-medium">
          {t`Logo`}
        </h3>
        <p className="text-text-muted">
          {logo === null
            ? t`None yet. A PNG with a see-through ground looks best.`
            : t`On new videos; each can hide it.`}
        </p>
      </div>
      {failure && (
        <div role="alert">
          <Notice severity="error">{failure}</Notice>
        </div>
      )}
      <LibraryPictures chosen={logo?.assetId} onChoose={choose} />
      <div className="flex flex-wrap gap-3">
        <FileButton label={t`Logo picture`} accept={PICTURES} onChoose={add}>
          <ImagePlus aria-hidden className="size-4" />
          {t`Add a picture`}
        </FileButton>
        {logo && (
          <Button tone="bare" onClick={() => onChange((kit) => ({ ...kit, logo: null }), t`Logo taken away`)}>
            <X aria-hidden className="size-4" />
            {t`No logo`}
          </Button>
        )}
      </div>
      {logo && asset?.facts.kind === 'image' && (
        <Placing key={logo.assetId} logo={logo} source={asset.facts.size} onChange={onChange} />
      )}
    </section>
  );
}

function pictureOnly(asset: MediaAsset): MediaAsset {
  if (asset.facts.kind === 'image') return asset;
  throw new StudioError('input-invalid', `${asset.name} is no picture: a logo is one. The file is in your library.`, {
    file: asset.name,
    rule: 'a picture',
    value: asset.facts.kind,
  });
}

/** How many pictures of the library are offered, the newest first. */
const MOST_OFFERED = 24;

function LibraryPictures({ chosen, onChoose }: { chosen: AssetId | undefined; onChoose: (id: AssetId) => void }) {
  const { studio } = useEditor();
  const pictures = useStored(() => studio.assets.list('image'), [studio]) ?? [];
  const offered = pictures.filter(({ id }, place) => place < MOST_OFFERED || id === chosen);
  if (offered.length === 0) return null;
  return (
    <ul aria-label={t`Pictures of the library`} className="flex max-w-full gap-2 overflow-x-auto p-1">
      {offered.map((asset) => (
        <li key={asset.id}>
          <PictureButton asset={asset} isChosen={asset.id === chosen} onChoose={() => onChoose(asset.id)} />
        </li>
      ))}
    </ul>
  );
}

interface PictureButtonProps {
  readonly asset: MediaAsset;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function PictureButton({ asset: { id, name }, isChosen, onChoose }: PictureButtonProps) {
  const url = useThumbnail(id);
  return (
    <button
      type="button"
      aria-label={t`${name} as the logo`}
      aria-pressed={isChosen}
      title={name}
      onClick={onChoose}
      className="block size-14 rounded-thumb border border-line bg-surface-3 p-1 aria-pressed:border-gold aria-pressed:ring-1 aria-pressed:ring-gold"
    >
      {url && <img src={url} alt="" className="size-full object-contain" />}
    </button>
  );
}

interface PlacingProps extends PartProps {
  readonly logo: LogoChoice;
  /** Of its picture, in pixels. */
  readonly source: { readonly width: number; readonly height: number };
}

/** Shows what is picked at once: until it is stored, the stored place would come back under the finger. */
function Placing({ logo: stored, source, onChange }: PlacingProps) {
  const [logo, setLogo] = useState(stored);
  const change = (edit: Partial<LogoChoice>) => {
    setLogo((before) => ({ ...before, ...edit }));
    onChange((kit) => ({ ...kit, logo: kit.logo && { ...kit.logo, ...edit } }), t`Logo changed`);
  };
  return (
    <div className="grid grid-cols-[96px_minmax(0,1fr)] gap-4">
      <LogoPlace logo={logo} source={source} />
      <div className="flex min-w-0 flex-col gap-2">
        <ChoiceGroup
          label={t`Corner of the logo`}
          value={logo.corner}
          values={LOGO_CORNERS}
          onChange={(corner) => change({ corner })}
          className={`${SEGMENT_ROW} max-sm:grid max-sm:grid-cols-2`}
        >
          {LOGO_CORNERS.map((corner) => (
            <ChoiceSegment key={corner} value={corner}>
              {CORNERS[corner]}
            </ChoiceSegment>
          ))}
        </ChoiceGroup>
        <PercentField label={t`Size`} value={logo.size} range={LOGO_SIZE} onChange={(size) => change({ size })} />
        <PercentField
          label={t`Distance from the edge`}
          value={logo.margin}
          range={LOGO_MARGIN}
          onChange={(margin) => change({ margin })}
        />
        <PercentField
          label={t`Strength`}
          value={logo.opacity}
          range={LOGO_OPACITY}
          onChange={(opacity) => change({ opacity })}
        />
      </div>
    </div>
  );
}

interface PercentFieldProps {
  readonly label: string;
  /** A fraction. */
  readonly value: number;
  readonly range: { readonly least: number; readonly most: number };
  readonly onChange: (value: number) => void;
}

function PercentField({ label, value, range, onChange }: PercentFieldProps) {
  const percent = Math.round(value * 100);
  return (
    <SliderField
      label={label}
      value={percent}
      min={Math.round(range.least * 100)}
      max={Math.round(range.most * 100)}
      step={1}
      text={`${percent} %`}
      onChange={(next) => onChange(next / 100)}
    />
  );
}
