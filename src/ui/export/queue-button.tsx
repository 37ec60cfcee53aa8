import { ListVideo } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { isFinished } from '#core/job/job.ts';
import { Button } from '../parts/button.tsx';
import { useJobs } from '../state/exports.ts';
import { ExportCard } from './export-card.tsx';

/** Every export of the workspace, and how many are under way. */
export function QueueButton() {
  const jobs = useJobs();
  const [open, setOpen] = useState(false);
  const waiting = jobs?.filter((job) => !isFinished(job)).length ?? 0;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button tone="bare" size="small" className="max-lg:size-11 max-lg:px-0">
          <ListVideo aria-hidden className="size-4.5 lg:hidden" />
          <span className="max-lg:sr-only">Queue</span>
          {waiting > 0 && (
            <span className="min-w-5 rounded-full bg-surface-3 px-1.5 text-center text-small text-text tabular-nums">
              {waiting}
              <span className="sr-only"> under way</span>
            </span>
          )}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={8}
          collisionPadding={8}
          aria-label="Exports"
          className="z-40 flex max-h-[min(70dvh,560px)] w-[min(400px,calc(100vw-16px))] animate-unfold flex-col rounded-card border border-line bg-surface-1"
        >
          <h2 className="px-4 pt-4 pb-2 text-large font-semibold">Exports</h2>
          {jobs?.length === 0 && (
            <p className="px-4 pb-5 text-text-muted">
              Nothing yet. Your exported videos stay here until you remove them.
            </p>
          )}
          <ul className="flex min-h-0 flex-col overflow-y-auto px-2 pb-2">
            {jobs?.map((job) => (
              <ExportCard key={job.id} stored={job} onLeave={() => setOpen(false)} />
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
