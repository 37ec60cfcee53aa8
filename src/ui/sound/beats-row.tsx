import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { type BeatAdjustment, NO_ADJUSTMENT } from '#core/beats/beat-grid.ts';
import { tempoOfTaps } from '#core/beats/tap-tempo.ts';
import { hasSteadyBeats } from '#core/plan/cut-points.ts';
import type { MusicChoice } from '#core/project/project.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { announce } from '../state/announcements.ts';
import { useBeatAnalysis } from '../state/beat-analysis.ts';
import { useEditor } from '../state/editor.tsx';
import { useBeats } from '../state/timeline.tsx';
import { t, translate } from '../words/words.ts';
import { withoutBeats } from './beat-words.ts';

/** One press of a shift button, in seconds. */
const SHIFT_STEP = 0.02;

/** The beats that the video is cut to: what was found, how sure that is, and ways to correct it. */
export function BeatsRow({ music }: { music: MusicChoice }) {
  const grid = useBeats();
  const analysis = useBeatAnalysis(music.assetId);
  if (!grid) return <Listening analysis={analysis} />;
  const steady = hasSteadyBeats(grid);
  const stopped = analysis.unheard?.code === 'cancelled';
  return (
    <Field title={t`Beats`}>
      {steady ? (
        <p className="flex items-baseline justify-between tabular-nums">
          <span className="font-medium">{t`${Math.round(grid.tempo)} BPM`}</span>
          <span className="text-small text-text-muted">{t`${Math.round(grid.confidence * 100)} % sure`}</span>
        </p>
      ) : (
        <Notice severity={stopped ? 'info' : 'warning'}>
          {t`${withoutBeats(analysis.unheard)}. Tap along to set a tempo.`}
          {!stopped && analysis.unheard && ` ${translate(analysis.unheard.message)}`}
        </Notice>
      )}
      {analysis.unheard && (
        <Button size="small" onClick={analysis.start}>
          {stopped ? t`Find beats` : t`Try again`}
        </Button>
      )}
      <Corrections beats={music.beats} steady={steady} />
    </Field>
  );
}

function Listening({ analysis }: { analysis: ReturnType<typeof useBeatAnalysis> }) {
  return (
    <Field title={t`Beats`}>
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="mb-1 text-small text-text-muted">{t`Listening for beats`}</p>
          <ProgressBar label={t`Listening for beats`} percent={analysis.fraction * 100} />
        </div>
        <Button size="small" tone="bare" onClick={analysis.cancel}>
          {t`Cancel`}
        </Button>
      </div>
    </Field>
  );
}

function Corrections({ beats, steady }: { beats: BeatAdjustment; steady: boolean }) {
  const { history } = useEditor();
  const [taps, setTaps] = useState<readonly number[]>([]);
  const adjust = (change: Partial<BeatAdjustment>, said: string, burst?: string) => {
    history.edit(
      (project) => ({
        ...project,
        music: project.music && { ...project.music, beats: { ...project.music.beats, ...change } },
      }),
      burst,
    );
    announce(said);
  };
  const tap = (at: number) => {
    const heard = [...taps, at].slice(-16);
    setTaps(heard);
    const tempo = tempoOfTaps(heard);
    if (tempo !== null) adjust({ tempo }, t`${Math.round(tempo)} beats per minute`, 'tap tempo');
  };
  const shift = (by: number) => {
    const shiftSeconds = Math.round((beats.shiftSeconds + by) * 1000) / 1000;
    adjust({ shiftSeconds }, t`Beats shifted by ${Math.round(shiftSeconds * 1000)} milliseconds`, 'shift beats');
  };
  const changed = beats.tempo !== null || beats.shiftSeconds !== 0 || beats.factor !== 1;
  return (
    <>
      <div className="grid grid-cols-3 gap-2">
        <Button size="small" onClick={(event) => tap(event.timeStamp)}>
          {t`Tap tempo`}
        </Button>
        <Button
          size="small"
          aria-disabled={!steady || beats.factor === 0.5}
          onClick={() =>
            steady && beats.factor !== 0.5 && adjust({ factor: beats.factor === 2 ? 1 : 0.5 }, t`Half as many beats`)
          }
        >
          {t`Halve`}
        </Button>
        <Button
          size="small"
          aria-disabled={!steady || beats.factor === 2}
          onClick={() =>
            steady && beats.factor !== 2 && adjust({ factor: beats.factor === 0.5 ? 1 : 2 }, t`Twice as many beats`)
          }
        >
          {t`Double`}
        </Button>
      </div>
      <div className="flex items-center gap-2">
        <Button size="small" aria-label={t`Shift the beats earlier`} onClick={() => shift(-SHIFT_STEP)}>
          <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
        </Button>
        <span className="flex-1 text-center text-small tabular-nums">
          {t`Shift ${Math.round(beats.shiftSeconds * 1000)} ms`}
        </span>
        <Button size="small" aria-label={t`Shift the beats later`} onClick={() => shift(SHIFT_STEP)}>
          <ChevronRight aria-hidden className="size-4 rtl:-scale-x-100" />
        </Button>
        {changed && (
          <Button size="small" tone="bare" onClick={() => adjust(NO_ADJUSTMENT, t`Beats as they were found`)}>
            {t`Reset`}
          </Button>
        )}
      </div>
    </>
  );
}
