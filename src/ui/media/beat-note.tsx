import { hasSteadyBeats } from '#core/plan/cut-points.ts';
import { withoutBeats } from '../sound/beat-words.ts';
import { useUnheard } from '../state/beat-analysis.ts';
import { useProject } from '../state/editor.tsx';
import { useBeats } from '../state/timeline.tsx';
import { t } from '../words/words.ts';

/** What the video is cut to, as soon as it is known. */
export function BeatNote() {
  const beats = useBeats();
  const unheard = useUnheard(useProject((project) => project.music?.assetId));
  if (!beats) return null;
  return (
    <p className="text-small text-text-muted tabular-nums">
      {hasSteadyBeats(beats) ? t`${Math.round(beats.tempo)} BPM` : withoutBeats(unheard)}
    </p>
  );
}
