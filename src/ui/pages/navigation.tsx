import { Menu } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { InstallEntry } from '../install/install-entry.tsx';
import { Button } from '../parts/button.tsx';
import { PopoverPanel } from '../parts/popover-panel.tsx';
import { t } from '../words/words.ts';
import { addressOf } from './address.ts';
import { PageLink } from './page-link.tsx';
import { usePages } from './pages.tsx';
import { ToolsMenu } from './tools-menu.tsx';

/** The pages side by side, for a desktop's header. */
export function MainNavigation() {
  const { pages, current } = usePages();
  const firstTool = pages.find(({ isTool }) => isTool)?.id;
  return (
    <nav aria-label={t`Main`} className="flex items-center gap-1">
      {pages.map(({ id, label, badge, isTool, hasOwnMenu }) => {
        if (hasOwnMenu) return null;
        // All tools stand where the first of them would.
        if (isTool) return id === firstTool && <ToolsMenu key={id} />;
        return (
          <a
            key={id}
            href={addressOf(id)}
            aria-current={id === current.id ? 'page' : undefined}
            className="flex h-8 items-center gap-2 rounded-control px-3 text-small text-text-muted transition-colors duration-150 ease-out hover:bg-surface-3 hover:text-text aria-[current]:bg-surface-3 aria-[current]:text-text"
          >
            {label}
            {badge}
          </a>
        );
      })}
    </nav>
  );
}

/** The pages behind one button, for a phone's header. */
export function NavigationMenu() {
  const { pages } = usePages();
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button tone="bare" size="small" className="relative size-11 px-0">
          <Menu aria-hidden className="size-5" />
          <span className="sr-only">{t`Pages`}</span>
          <span className="absolute top-0 end-0">
            {pages.map(({ id, badge }) => badge && <span key={id}>{badge}</span>)}
          </span>
        </Button>
      </Popover.Trigger>
      <PopoverPanel label={t`Pages`} align="end" className="max-h-[min(80dvh,640px)]! w-60 p-2">
        <nav aria-label={t`Main`} className="flex flex-col overflow-y-auto">
          {pages.map((page) => (
            <PageLink key={page.id} page={page} onFollow={() => setOpen(false)} />
          ))}
          <InstallEntry onFollow={() => setOpen(false)} />
        </nav>
      </PopoverPanel>
    </Popover.Root>
  );
}
