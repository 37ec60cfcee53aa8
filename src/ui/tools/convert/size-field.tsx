import { VIDEO_SIZES, type VideoSize } from '#core/convert/conversion.ts';
import { fitVideoSize } from '#core/convert/fit-size.ts';
import type { Size } from '#core/geometry.ts';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { t } from '../../words/words.ts';

const NAMES: Readonly<Record<VideoSize, string>> = {
  original: t`Original`,
  '1080p': '1080p',
  '720p': '720p',
  '480p': '480p',
};

interface SizeFieldProps {
  readonly size: VideoSize;
  /** Of the video; null where it is not known yet. */
  readonly shown: Size | null;
  readonly onChange: (size: VideoSize) => void;
}

/** Which screen the pictures are to fit. */
export function SizeField({ size, shown, onChange }: SizeFieldProps) {
  const made = shown && fitVideoSize(shown, size);
  return (
    <Field level={2} title={t`Size`}>
      <ChoiceGroup label={t`Size`} value={size} values={VIDEO_SIZES} onChange={onChange} className={SEGMENT_ROW}>
        {VIDEO_SIZES.map((choice) => (
          <ChoiceSegment key={choice} value={choice}>
            {NAMES[choice]}
          </ChoiceSegment>
        ))}
      </ChoiceGroup>
      <p className="text-small text-text-muted">
        {made ? t`Becomes ${made.width} × ${made.height} pixels.` : t`Lying or standing as the video is.`}{' '}
        {t`Pictures are never made larger.`}
      </p>
    </Field>
  );
}
