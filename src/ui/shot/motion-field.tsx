import type { MediaItem } from '#core/project/project.ts';
import { MOTION_KINDS, type MotionKind } from '#core/style/motion.ts';
import { Field } from '../parts/field.tsx';
import { t } from '../words/words.ts';
import { useChangeItem } from './use-change-item.ts';

const NAMES: Record<MotionKind | 'auto', string> = {
  auto: t`As the style says`,
  none: t`Still`,
  in: t`Zoom in`,
  out: t`Zoom out`,
  'pan-left': t`Pan left`,
  'pan-right': t`Pan right`,
  'pan-up': t`Pan up`,
  'pan-down': t`Pan down`,
  'to-focus': t`Towards the point in view`,
};
const CHOICES = ['auto', ...MOTION_KINDS] as const;

/** How the picture moves while it is shown. */
export function MotionField({ item }: { item: MediaItem }) {
  const change = useChangeItem(item.id);
  return (
    <Field title={t`Motion`}>
      <select
        aria-label={t`Motion`}
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
