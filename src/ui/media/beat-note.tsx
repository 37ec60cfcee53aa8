import { CUT_WITHOUT_BEATS_SECONDS, hasSteadyBeats } from '#core/plan/cut-points.ts';
import { useBeatsCancelled } from '../state/beat-analysis.ts';
import { useProject } from '../state/editor.tsx';
import { useBeats } from '../state/timeline.tsx';

/** What the video is cut to, as soon as it is known. */
export function BeatNote() {
  const beats = useBeats();
  const cancelled = useBeatsCancelled(useProject((project) => project.music?.assetId));
  if (!beats) return null;
  return (
    <p className="text-small text-text-muted tabular-nums">
      {hasSteadyBeats(beats)
        ? `${Math.round(beats.tempo)} BPM`
        : `${cancelled ? 'Beats not looked for' : 'No steady beat'}: cuts every ${CUT_WITHOUT_BEATS_SECONDS} s`}
    </p>
  );
}
