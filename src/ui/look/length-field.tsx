import { useEffect, useId, useState } from 'react';
import { clamp } from '#core/geometry.ts';
import { DEFAULT_LIMITS } from '#core/limits.ts';
import { frameToSeconds } from '#core/units.ts';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { useTimeline } from '../state/timeline.tsx';
import { t } from '../words/words.ts';

const MODES = ['auto', 'set'] as const;

/** How long the video is: what the music or the photos ask for, or a number of seconds. */
export function LengthField() {
  const { history } = useEditor();
  const lengthSeconds = useProject((project) => project.lengthSeconds);
  const timeline = useTimeline();
  const planned = timeline ? frameToSeconds(timeline.durationFrames, timeline.frameRate) : null;
  const setLength = (length: number | null) => history.edit((project) => ({ ...project, lengthSeconds: length }));
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-small text-text-muted">{t`Length`}</h3>
      <div className="flex gap-2">
        <ChoiceGroup
          label={t`Length`}
          value={lengthSeconds === null ? 'auto' : 'set'}
          values={MODES}
          onChange={(mode) => setLength(mode === 'auto' ? null : Math.round(planned ?? 15))}
          className={`${SEGMENT_ROW} flex-1`}
        >
          <ChoiceSegment value="auto">
            {lengthSeconds === null && planned !== null ? t`Auto, ${Math.round(planned)} s` : t`Auto`}
          </ChoiceSegment>
          <ChoiceSegment value="set">{t`Set`}</ChoiceSegment>
        </ChoiceGroup>
        {lengthSeconds !== null && <SecondsInput value={lengthSeconds} onChange={setLength} />}
      </div>
    </div>
  );
}

/** Takes effect when it is left or confirmed, so that half-typed numbers do not move the timeline. */
function SecondsInput({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const { shortestSeconds, longestSeconds } = DEFAULT_LIMITS;
  const id = useId();
  const [draft, setDraft] = useState(String(value));
  useEffect(() => setDraft(String(value)), [value]);
  const commit = () => {
    const typed = Number(draft);
    const next = draft.trim() !== '' && Number.isFinite(typed) ? clamp(typed, shortestSeconds, longestSeconds) : value;
    setDraft(String(next));
    if (next !== value) onChange(next);
  };
  return (
    <div className="flex w-24 items-center gap-1 rounded-control border border-line-strong bg-surface-2 pe-3">
      <label htmlFor={id} className="sr-only">
        {t`Length in seconds, ${shortestSeconds} to ${longestSeconds}`}
      </label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
        className="h-full w-full min-w-0 rounded-control bg-transparent ps-3 text-end tabular-nums max-lg:text-large"
      />
      <span aria-hidden className="text-text-muted">
        {t`s`}
      </span>
    </div>
  );
}
