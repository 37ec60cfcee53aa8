import { toDecibels } from '#core/audio/decibels.ts';
import { SliderField } from '../parts/slider-field.tsx';
import { t } from '../words/words.ts';

/** Percent of what is in the file. */
const LOUDEST_PERCENT = 400;

/** How loud a sound is, as a factor of its amplitude. */
export function GainField({
  label,
  gain,
  onChange,
}: {
  label: string;
  gain: number;
  onChange: (gain: number) => void;
}) {
  return (
    <SliderField
      label={label}
      value={Math.round(gain * 100)}
      min={0}
      max={LOUDEST_PERCENT}
      step={5}
      text={gainWords(gain)}
      onChange={(percent) => onChange(percent / 100)}
    />
  );
}

/** Such as `30 %, quiet (−10 dB)`. */
function gainWords(gain: number): string {
  if (gain === 0) return t`Silent`;
  const percent = Math.round(gain * 100);
  if (percent === 100) return t`100 %, as in the file`;
  const decibels = Math.round(toDecibels(gain));
  const sign = decibels > 0 ? '+' : decibels < 0 ? '−' : '';
  const exactly = `${sign}${Math.abs(decibels)} dB`;
  return percent < 100 ? t`${percent} %, quieter (${exactly})` : t`${percent} %, louder (${exactly})`;
}
