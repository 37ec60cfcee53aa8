import { SHORTEST_SHOT_SECONDS } from '#core/plan/plan-shots.ts';
import type { MediaItem } from '#core/project/project.ts';
import { shotsOf } from '#core/timeline/timeline.ts';
import { frameToSeconds } from '#core/units.ts';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { SliderField } from '../parts/slider-field.tsx';
import { useTimeline } from '../state/timeline.tsx';
import { formatSeconds } from '../view/format.ts';
import { t } from '../words/words.ts';
import { useChangeItem } from './use-change-item.ts';

const MODES = ['auto', 'set'] as const;
/** The slider's end, in seconds; a drag on the timeline goes further. */
const LONGEST_ON_SLIDER = 15;

/** How long it stays: what the beats ask for, or a length that the person gave. */
export function ShotLengthField({ item }: { item: MediaItem }) {
  const change = useChangeItem(item.id);
  const timeline = useTimeline();
  const shot = timeline ? shotsOf(timeline).find(({ itemId }) => itemId === item.id) : undefined;
  const planned = shot && timeline ? frameToSeconds(shot.durationFrames, timeline.frameRate) : null;
  const { lengthSeconds } = item;
  return (
    <Field title={t`Time on screen`}>
      <ChoiceGroup
        label={t`Time on screen`}
        value={lengthSeconds === null ? 'auto' : 'set'}
        values={MODES}
        onChange={(mode) => change({ lengthSeconds: mode === 'auto' ? null : (planned ?? 4) })}
        className={SEGMENT_ROW}
      >
        <ChoiceSegment value="auto">
          {lengthSeconds === null && planned !== null ? t`Auto, ${formatSeconds(planned)}` : t`Auto`}
        </ChoiceSegment>
        <ChoiceSegment value="set">{t`Set`}</ChoiceSegment>
      </ChoiceGroup>
      {lengthSeconds !== null && (
        <SliderField
          label={t`Length`}
          value={lengthSeconds}
          min={SHORTEST_SHOT_SECONDS}
          max={Math.max(LONGEST_ON_SLIDER, lengthSeconds)}
          step={0.1}
          text={formatSeconds(lengthSeconds)}
          onChange={(seconds) => change({ lengthSeconds: seconds }, 'length')}
        />
      )}
      {lengthSeconds === null && !shot && (
        <p className="text-small text-text-muted">{t`No room for it in this video.`}</p>
      )}
    </Field>
  );
}
