import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { planTimeline } from '#core/plan/plan-timeline.ts';
import { assetsOfProject } from '#core/project/project.ts';
import { renderSettings } from '#core/render/settings.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import { useEditor, useProject } from './editor.tsx';

const TimelineContext = createContext<Timeline | null>(null);

/** Plans the timeline once for everything that shows it. While files of a new edit are looked up, the one before stays. */
export function TimelineProvider({ children }: { children: ReactNode }) {
  const { studio } = useEditor();
  const project = useProject((whole) => whole);
  const sources = useLiveQuery(() => studio.planSources(project), [studio, project]);
  const planned = useMemo(() => {
    const complete = sources !== undefined && assetsOfProject(project).every((id) => sources.assets.has(id));
    return complete ? planTimeline(project, sources, renderSettings(project.format, project.quality)) : null;
  }, [project, sources]);
  const [last, setLast] = useState(planned);
  if (planned && planned !== last) setLast(planned);
  return <TimelineContext value={planned ?? last}>{children}</TimelineContext>;
}

/** The planned timeline; null until the first one is there. */
export function useTimeline(): Timeline | null {
  return use(TimelineContext);
}
