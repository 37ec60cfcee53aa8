import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { PopoverPanel } from '../parts/popover-panel.tsx';
import { t } from '../words/words.ts';
import { PageLink } from './page-link.tsx';
import { usePages } from './pages.tsx';

/** The tools behind one button of a desktop's header. */
export function ToolsMenu() {
  const { pages, current } = usePages();
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        data-current={current.isTool ? '' : undefined}
        className="flex h-8 items-center gap-1.5 rounded-control px-3 text-small text-text-muted transition-colors duration-150 ease-out hover:bg-surface-3 hover:text-text data-[current]:bg-surface-3 data-[current]:text-text"
      >
        {t`Tools`}
        <ChevronDown aria-hidden className="size-4" />
      </Popover.Trigger>
      <PopoverPanel label={t`Tools`} align="center" className="w-60 p-2">
        <nav aria-label={t`Tools`} className="flex flex-col">
          {pages
            .filter(({ isTool }) => isTool)
            .map((page) => (
              <PageLink key={page.id} page={page} onFollow={() => setOpen(false)} />
            ))}
        </nav>
      </PopoverPanel>
    </Popover.Root>
  );
}
