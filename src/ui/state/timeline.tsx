import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { BeatGrid } from '#core/beats/beat-grid.ts';
import { cutPoints } from '#core/plan/cut-points.ts';
import { beatsOf, planTimeline } from '#core/plan/plan-timeline.ts';
import { assetsOfProject } from '#core/project/project.ts';
import { renderSettings } from '#core/render/settings.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import { useUnheard } from './beat-analysis.ts';
import { useEditor, useProject } from './editor.tsx';
import { useStored } from './stored.ts';

interface Plan {
  readonly timeline: Timeline;
  /** Of the music, as the person corrected them; null where nobody has listened yet. */
  readonly beats: BeatGrid | null;
}

const PlanContext = createContext<Plan | null>(null);

/** Plans the timeline once for everything that shows it. While files of a new edit are looked up, the one before stays. */
export function TimelineProvider({ children }: { children: ReactNode }) {
  const { studio } = useEditor();
  const project = useProject((whole) => whole);
  const unheard = useUnheard(project.music?.assetId);
  const sources = useStored(() => studio.planSources(project), [studio, project, unheard]);
  const planned = useMemo((): Plan | null => {
    const complete = sources !== undefined && assetsOfProject(project).every((id) => sources.assets.has(id));
    if (!complete) return null;
    const timeline = planTimeline(project, sources, renderSettings(project.format, project.quality));
    return { timeline, beats: beatsOf(project, sources) };
  }, [project, sources]);
  const [last, setLast] = useState(planned);
  if (planned && planned !== last) setLast(planned);
  return <PlanContext value={planned ?? last}>{children}</PlanContext>;
}

/** The planned timeline; null until the first one is there. */
export function useTimeline(): Timeline | null {
  return use(PlanContext)?.timeline ?? null;
}

/** The music's beats; null where there are none, or nobody has listened yet. */
export function useBeats(): BeatGrid | null {
  return use(PlanContext)?.beats ?? null;
}

/** Frames on which a cut falls well: the beats, or every two seconds where they are not steady. Empty without beats. */
export function useSnapPoints(): readonly number[] {
  const plan = use(PlanContext);
  return useMemo(() => {
    if (!plan?.beats) return [];
    const { timeline, beats } = plan;
    return cutPoints(beats, timeline.frameRate, timeline.durationFrames).map(({ frame }) => frame);
  }, [plan]);
}
