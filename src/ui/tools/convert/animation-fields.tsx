import { FASTEST_ANIMATION, longestAnimation, planAnimation, WIDEST_ANIMATION } from '#core/convert/animation.ts';
import type { ConvertiblePictures } from '#core/convert/conversion.ts';
import { Field } from '../../parts/field.tsx';
import { SliderField } from '../../parts/slider-field.tsx';
import { formatSeconds } from '../../view/format.ts';
import { t } from '../../words/words.ts';
import type { AnimationChoice } from './convert-tool.ts';

interface AnimationFieldsProps {
  readonly choice: AnimationChoice;
  /** Of the video; null where they are not known yet. */
  readonly pictures: ConvertiblePictures | null;
  readonly onChange: (change: Partial<AnimationChoice>) => void;
}

const NARROWEST = 80;
const WIDTH_STEP = 40;
const SHORTEST = 0.1;
/** Of a video from so many seconds on, the sliders go in larger steps, or a finger would jump. */
const STEPS = [
  { from: 600, step: 1 },
  { from: 120, step: 0.5 },
  { from: 0, step: 0.1 },
] as const;
const SLOWEST = 5;
/** Where no video says more, in seconds. */
const USUAL_LENGTH = 10;

/** Which part becomes an animation, and how fine. */
export function AnimationFields({ choice, pictures, onChange }: AnimationFieldsProps) {
  const { width, frameRate, startSeconds, seconds } = choice;
  const length = pictures ? Math.ceil(pictures.durationSeconds * 10) / 10 : USUAL_LENGTH;
  const step = STEPS.find(({ from }) => length >= from)?.step ?? SHORTEST;
  const longest = pictures ? Math.min(length, Math.floor(longestAnimation(pictures, choice))) : length;
  return (
    <>
      <Field level={2} title={t`Part`}>
        <SliderField
          label={t`Begins at`}
          value={startSeconds}
          min={0}
          max={Math.max(SHORTEST, length - SHORTEST)}
          step={step}
          text={formatSeconds(startSeconds)}
          onChange={(value) => onChange({ startSeconds: value })}
        />
        <SliderField
          label={t`Lasts`}
          value={Math.min(seconds, longest)}
          min={SHORTEST}
          max={Math.max(SHORTEST, longest)}
          step={SHORTEST}
          text={formatSeconds(Math.min(seconds, length - startSeconds))}
          onChange={(value) => onChange({ seconds: value })}
        />
      </Field>
      <Field level={2} title={t`Pictures`}>
        <SliderField
          label={t`Width`}
          value={width}
          min={NARROWEST}
          max={WIDEST_ANIMATION}
          step={WIDTH_STEP}
          text={t`${width} pixels`}
          onChange={(value) => onChange({ width: value })}
        />
        <SliderField
          label={t`Frames a second`}
          value={frameRate}
          min={SLOWEST}
          max={FASTEST_ANIMATION}
          step={1}
          text={`${frameRate}`}
          onChange={(value) => onChange({ frameRate: value })}
        />
        {pictures && <p className="text-small text-text-muted">{sizeInWords(pictures, choice)}</p>}
      </Field>
    </>
  );
}

function sizeInWords(pictures: ConvertiblePictures, choice: AnimationChoice): string {
  const { size, frames } = planAnimation(pictures, { to: 'gif', ...choice });
  const longest = Math.floor(longestAnimation(pictures, choice));
  const made = t`${frames} pictures of ${size.width} × ${size.height} pixels.`;
  return longest >= pictures.durationSeconds ? made : t`${made} At this width and rate it can last ${longest} s.`;
}
