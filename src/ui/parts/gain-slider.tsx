import { GAIN_RANGE_DB } from '#core/project/project.ts';
import { t } from '../words/words.ts';
import { SliderField } from './slider-field.tsx';

/** Below this, more or less of it is not heard: the slider leaves the range out, in decibels. */
const QUIETEST_ON_SLIDER = -30;

interface GainSliderProps {
  readonly label: string;
  readonly gainDb: number;
  readonly onChange: (gainDb: number) => void;
}

/** A volume in decibels, 0 as recorded. */
export function GainSlider({ label, gainDb, onChange }: GainSliderProps) {
  return (
    <SliderField
      label={label}
      value={gainDb}
      min={Math.min(QUIETEST_ON_SLIDER, gainDb)}
      max={GAIN_RANGE_DB.highest}
      step={1}
      text={t`${gainDb > 0 ? '+' : gainDb < 0 ? '−' : ''}${Math.abs(gainDb)} dB`}
      onChange={onChange}
    />
  );
}
