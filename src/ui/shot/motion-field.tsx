import type { MediaItem } from '#core/project/project.ts';
import { MOTION_KINDS, type MotionKind } from '#core/style/motion.ts';
import { Field } from '../parts/field.tsx';
import { useChangeItem } from './use-change-item.ts';

const NAMES: Record<MotionKind | 'auto', string> = {
  auto: 'As the style says',
  none: 'Still',
  in: 'Zoom in',
  out: 'Zoom out',
  'pan-left': 'Pan left',
  'pan-right': 'Pan right',
  'pan-up': 'Pan up',
  'pan-down': 'Pan down',
  'to-focus': 'Towards the point in view',
};
const CHOICES = ['auto', ...MOTION_KINDS] as const;

/** How the picture moves while it is shown. */
export function MotionField({ item }: { item: MediaItem }) {
  const change = useChangeItem(item.id);
  return (
    <Field title="Motion">
      <select
        aria-label="Motion"
        value={item.motion}
        onChange={(event) => {
          const motion = CHOICES.find((choice) => choice === event.currentTarget.value);
          if (motion) change({ motion });
        }}
        className="h-9 w-full rounded-control border border-line-strong bg-surface-2 px-2 max-lg:h-11"
      >
        {CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {NAMES[choice]}
          </option>
        ))}
      </select>
    </Field>
  );
}
