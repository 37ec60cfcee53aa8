import { useId } from 'react';
import { type ColourMatrix, gradeMatrix } from '#core/style/grade.ts';
import type { MotionKind } from '#core/style/motion.ts';
import { STYLE_PRESETS } from '#core/style/presets.ts';
import { STYLE_NAMES, type StyleName } from '#core/style/style.ts';
import { ChoiceCard, ChoiceGroup } from '../parts/choice.tsx';
import { SliderField } from '../parts/slider-field.tsx';
import { Toggle } from '../parts/toggle.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { useThumbnail } from '../state/media.ts';
import { t } from '../words/words.ts';
import { STYLE_LABELS } from './names.ts';

/** How the video is cut, moves and is coloured: one card for each style, in the true colours of the first picture. */
export function StylePicker() {
  const { history } = useEditor();
  const { preset, gradeStrength } = useProject((project) => project.style);
  const repeats = useProject((project) => project.repeatItems);
  const picture = useThumbnail(useProject((project) => project.items[0]?.assetId));
  return (
    <div className="flex flex-col gap-4">
      <ChoiceGroup
        label={t`Style`}
        value={preset}
        values={STYLE_NAMES}
        onChange={(chosen) => history.edit((project) => ({ ...project, style: { ...project.style, preset: chosen } }))}
        className="grid grid-cols-4 gap-3"
      >
        {STYLE_NAMES.map((style) => (
          <ChoiceCard key={style} value={style} name={STYLE_LABELS[style]}>
            <StyleSwatch style={style} strength={gradeStrength} picture={picture} />
          </ChoiceCard>
        ))}
      </ChoiceGroup>
      <SliderField
        label={t`Colour strength`}
        value={gradeStrength}
        min={0}
        max={100}
        step={5}
        text={`${gradeStrength} %`}
        onChange={(strength) =>
          history.edit(
            (project) => ({ ...project, style: { ...project.style, gradeStrength: strength } }),
            'grade strength',
          )
        }
      />
      <Toggle
        label={t`Repeat photos and clips to the music`}
        checked={repeats}
        onChange={(repeatItems) => history.edit((project) => ({ ...project, repeatItems }))}
      />
    </div>
  );
}

function StyleSwatch({
  style,
  strength,
  picture,
}: {
  style: StyleName;
  strength: number;
  picture: string | undefined;
}) {
  const id = useId();
  const { grade, motions, hook } = STYLE_PRESETS[style];
  const matrix = gradeMatrix(grade, strength);
  const look = matrix ? { filter: `url(#${id})` } : {};
  const motion = MOTION_HINTS[motions[0] ?? 'none'];
  return (
    <span aria-hidden className="relative block aspect-[4/5] w-full overflow-hidden bg-ink lg:aspect-square">
      {matrix && (
        <svg aria-hidden className="absolute size-0">
          <filter id={id} colorInterpolationFilters="sRGB">
            <feColorMatrix values={matrixValues(matrix)} />
          </filter>
        </svg>
      )}
      {picture ? (
        <img
          src={picture}
          alt=""
          style={look}
          className={`size-full object-cover transition-transform duration-1000 ease-out ${motion}`}
        />
      ) : (
        <span style={look} className="block size-full bg-linear-to-br from-[#c79a6b] via-[#8d6f8f] to-[#31507c]" />
      )}
      <span
        className={`absolute inset-x-0 bottom-0 bg-linear-to-t from-ink/80 to-transparent pt-3 pb-0.5 text-center text-[13px] ${hook.family === 'serif' ? 'font-display' : 'font-semibold'}`}
        style={{ color: hook.fill }}
      >
        {hook.uppercase ? 'AA' : t`Aa`}
      </span>
    </span>
  );
}

/** How the style's first shot moves, under the pointer. */
const MOTION_HINTS: Record<MotionKind, string> = {
  none: '',
  in: 'group-hover:scale-115',
  out: 'scale-115 group-hover:scale-100',
  'pan-left': 'scale-115 group-hover:translate-x-[7%]',
  'pan-right': 'scale-115 group-hover:-translate-x-[7%]',
  'pan-up': 'scale-115 group-hover:translate-y-[7%]',
  'pan-down': 'scale-115 group-hover:-translate-y-[7%]',
  'to-focus': 'group-hover:scale-120',
};

/** Row by row as `feColorMatrix` wants it, which has a column for alpha before the constant. */
function matrixValues(matrix: ColourMatrix): string {
  const rows = matrix.map(([red, green, blue, offset]) => `${red} ${green} ${blue} 0 ${offset}`);
  return [...rows, '0 0 0 1 0'].join(' ');
}
