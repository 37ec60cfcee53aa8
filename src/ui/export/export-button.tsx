import { isFinished } from '#core/job/job.ts';
import { Button } from '../parts/button.tsx';
import { Hint } from '../parts/icon-button.tsx';
import { useEditor, useProject, useView } from '../state/editor.tsx';
import { useRunningJob } from '../state/exports.ts';
import { t } from '../words/words.ts';

/** Opens the export sheet; while an export runs, a gold bar along its edge says how far it is. */
export function ExportButton() {
  const { view } = useEditor();
  const hasPhotos = useProject((project) => project.items.length > 0);
  const isOpen = useView((state) => state.panel === 'export');
  const job = useRunningJob();
  const running = job && !isFinished(job) ? job : null;
  const percent = running ? Math.floor(running.progress) : null;
  const open = () => {
    if (running) view.setState({ panel: 'export', shownExport: running.id });
    else if (hasPhotos) view.setState({ panel: 'export', shownExport: null });
  };
  const blocked = !hasPhotos && !running;
  const button = (
    <Button
      data-tour="export"
      tone={blocked || running || isOpen ? 'quiet' : 'primary'}
      aria-disabled={blocked}
      onClick={open}
      className="relative w-36 overflow-hidden px-2 tabular-nums"
    >
      {percent !== null ? t`Exporting ${percent} %` : t`Export`}
      {running && (
        <span
          aria-hidden
          className="absolute inset-x-0 bottom-0 h-0.5 origin-left rtl:origin-right bg-gold"
          style={{ transform: `scaleX(${running.progress / 100})` }}
        />
      )}
    </Button>
  );
  return blocked ? <Hint text={t`Add a photo first`}>{button}</Hint> : button;
}
