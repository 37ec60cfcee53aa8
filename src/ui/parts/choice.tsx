import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface ChoiceGroupProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly onChange: (value: Value) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One of several: arrow keys move and choose, as in any radio group. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { label, value, values, onChange, className, children } = props;
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(chosen) => {
        const known = values.find((candidate) => candidate === chosen);
        if (known !== undefined) onChange(known);
      }}
      className={className ?? ''}
    >
      {children}
    </RadioGroup.Root>
  );
}

/** A choice as a card with a picture above its name. */
export function ChoiceCard({ value, name, children }: { value: string; name: string; children: ReactNode }) {
  return (
    <RadioGroup.Item
      value={value}
      className="group flex min-w-0 flex-col items-center gap-2 rounded-control pt-1 text-small text-text-muted transition-colors duration-150 ease-out hover:text-text data-[state=checked]:text-text"
    >
      <span className="block w-full overflow-hidden rounded-thumb ring-1 ring-line ring-offset-2 ring-offset-surface-1 transition-shadow duration-150 ease-out group-hover:ring-line-strong group-data-[state=checked]:ring-2 group-data-[state=checked]:ring-gold">
        {children}
      </span>
      <span className="w-full text-center leading-tight">{name}</span>
    </RadioGroup.Item>
  );
}

/** A choice in a row of equals. */
export function ChoiceSegment({ value, children }: { value: string; children: ReactNode }) {
  return (
    <RadioGroup.Item
      value={value}
      className={classNames(
        'flex h-9 min-w-0 flex-1 items-center justify-center gap-2 rounded-[6px] px-2 text-small text-text-muted transition-colors duration-150 ease-out max-lg:h-11',
        'hover:text-text data-[state=checked]:bg-surface-3 data-[state=checked]:font-medium data-[state=checked]:text-text data-[state=checked]:ring-1 data-[state=checked]:ring-gold',
      )}
    >
      {children}
    </RadioGroup.Item>
  );
}

export const SEGMENT_ROW = 'flex gap-1 rounded-control border border-line bg-surface-2 p-1';

/** A choice with a line that explains it. */
export function ChoiceRow({ value, name, children }: { value: string; name: string; children: ReactNode }) {
  return (
    <RadioGroup.Item
      value={value}
      className="group flex items-start gap-3 rounded-control border border-line bg-surface-2 p-3 text-start transition-colors duration-150 ease-out hover:border-line-strong data-[state=checked]:border-gold"
    >
      <span
        aria-hidden
        className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong group-data-[state=checked]:border-gold"
      >
        <RadioGroup.Indicator className="size-2 rounded-full bg-gold" />
      </span>
      <span className="min-w-0">
        <span className="block font-medium">{name}</span>
        <span className="block text-small text-text-muted">{children}</span>
      </span>
    </RadioGroup.Item>
  );
}
