import { Switch } from 'radix-ui';
import { useId } from 'react';

/** On or off, with its words beside it. */
export function Toggle({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-3 max-lg:min-h-11">
      <label htmlFor={id} className="text-small">
        {label}
      </label>
      <Switch.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        className="relative h-6 w-10 shrink-0 rounded-full bg-line-strong transition-colors duration-150 ease-out data-[state=checked]:bg-text"
      >
        <Switch.Thumb className="block size-5 translate-x-0.5 rounded-full bg-ink transition-transform duration-150 ease-out data-[state=checked]:translate-x-[18px] rtl:-translate-x-0.5 rtl:data-[state=checked]:-translate-x-[18px]" />
      </Switch.Root>
    </div>
  );
}
