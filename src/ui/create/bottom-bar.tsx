import { Clapperboard, Images, type LucideIcon, Music, Sparkles, Type } from 'lucide-react';
import { isFinished } from '#core/job/job.ts';
import { type Panel, useEditor, useProject, useView } from '../state/editor.tsx';
import { useRunningJob } from '../state/exports.ts';
import { t } from '../words/words.ts';

interface Tab {
  readonly panel: Panel;
  /** Opened from the tab's own panel. */
  readonly further?: Panel;
  readonly name: string;
  readonly icon: LucideIcon;
}

const TABS: readonly Tab[] = [
  { panel: 'media', name: t`Media`, icon: Images },
  { panel: 'look', name: t`Look`, icon: Sparkles },
  { panel: 'text', further: 'captions', name: t`Text`, icon: Type },
  { panel: 'sound', name: t`Sound`, icon: Music },
];

/** Of a tab's button, which has the focus once its further panel is closed. */
export function tabId(panel: Panel): string {
  return `tab-${panel}`;
}

/** The phone's five ways on; the one that is open closes again when it is touched. */
export function BottomBar() {
  const { view } = useEditor();
  const open = useView((state) => state.panel);
  return (
    <nav
      data-tour="look"
      aria-label={t`Panels`}
      className="z-40 grid h-[calc(64px+env(safe-area-inset-bottom))] shrink-0 grid-cols-5 border-t border-line bg-surface-1 pb-[env(safe-area-inset-bottom)]"
    >
      {TABS.map(({ panel, further, name, icon: Icon }) => {
        const expanded = open !== null && (open === panel || open === further);
        return (
          <button
            key={panel}
            data-tour={panel === 'media' ? 'media' : undefined}
            id={tabId(panel)}
            type="button"
            aria-expanded={expanded}
            onClick={() => view.setState({ panel: expanded ? null : panel, selectedItem: null })}
            className="flex flex-col items-center justify-center gap-1 text-small text-text-muted transition-colors duration-150 ease-out -outline-offset-2 aria-expanded:text-text"
          >
            <Icon aria-hidden className="size-5" />
            {name}
          </button>
        );
      })}
      <ExportTab />
    </nav>
  );
}

function ExportTab() {
  const { view } = useEditor();
  const open = useView((state) => state.panel === 'export');
  const hasPhotos = useProject((project) => project.items.length > 0);
  const job = useRunningJob();
  const running = job && !isFinished(job) ? job : null;
  const toggle = () =>
    view.setState({ panel: open ? null : 'export', shownExport: running?.id ?? null, selectedItem: null });
  const gold = hasPhotos && !open;
  return (
    <button
      type="button"
      data-tour="export"
      aria-expanded={open}
      onClick={toggle}
      className={`relative flex flex-col items-center justify-center gap-1 text-small transition-colors duration-150 ease-out -outline-offset-2 ${gold ? 'font-medium text-gold-strong' : 'text-text-muted aria-expanded:text-text'}`}
    >
      <Clapperboard aria-hidden className="size-5" />
      {running ? `${Math.floor(running.progress)} %` : t`Export`}
      {running && (
        <span
          aria-hidden
          className="absolute inset-x-2 top-0 h-0.5 origin-left rtl:origin-right bg-gold transition-transform duration-200 ease-out"
          style={{ transform: `scaleX(${running.progress / 100})` }}
        />
      )}
    </button>
  );
}
