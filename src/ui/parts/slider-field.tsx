import { Slider } from 'radix-ui';
import { useId } from 'react';

interface SliderFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as it is read, with its unit. */
  readonly text: string;
  readonly onChange: (value: number) => void;
}

/** A number between two others, with its name and its value above it. */
export function SliderField({ label, value, min, max, step, text, onChange }: SliderFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2 text-small">
        <span id={id} className="text-text-muted">
          {label}
        </span>
        <span aria-hidden className="tabular-nums">
          {text}
        </span>
      </div>
      <Slider.Root
        value={[value]}
        min={min}
        max={max}
        step={step}
        onValueChange={([next]) => next !== undefined && onChange(next)}
        className="group relative flex h-8 touch-none items-center select-none max-lg:h-11"
      >
        <Slider.Track className="relative h-1 w-full rounded-full bg-line-strong">
          <Slider.Range className="absolute h-full rounded-full bg-text-muted" />
        </Slider.Track>
        <Slider.Thumb
          aria-labelledby={id}
          aria-valuetext={text}
          className="block size-4 rounded-full bg-text ring-2 ring-ink"
        />
      </Slider.Root>
    </div>
  );
}
