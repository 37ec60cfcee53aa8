import { Menu } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { PopoverPanel } from '../parts/popover-panel.tsx';
import { addressOf } from './address.ts';
import { usePages } from './pages.tsx';

/** The pages side by side, for a desktop's header. */
export function MainNavigation() {
  const { pages, current } = usePages();
  return (
    <nav aria-label="Main" className="flex items-center gap-1">
      {pages.map(({ id, label, badge }) => (
        <a
          key={id}
          href={addressOf(id)}
          aria-current={id === current.id ? 'page' : undefined}
          className="flex h-8 items-center gap-2 rounded-control px-3 text-small text-text-muted transition-colors duration-150 ease-out hover:bg-surface-3 hover:text-text aria-[current]:bg-surface-3 aria-[current]:text-text"
        >
          {label}
          {badge}
        </a>
      ))}
    </nav>
  );
}

/** The pages behind one button, for a phone's header. */
export function NavigationMenu() {
  const { pages, current } = usePages();
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button tone="bare" size="small" className="relative size-11 px-0">
          <Menu aria-hidden className="size-5" />
          <span className="sr-only">Pages</span>
          <span className="absolute top-0 right-0">
            {pages.map(({ id, badge }) => badge && <span key={id}>{badge}</span>)}
          </span>
        </Button>
      </Popover.Trigger>
      <PopoverPanel label="Pages" align="end" className="w-60 p-2">
        <nav aria-label="Main" className="flex flex-col">
          {pages.map(({ id, label, icon: Icon, badge }) => (
            <a
              key={id}
              href={addressOf(id)}
              aria-current={id === current.id ? 'page' : undefined}
              onClick={() => setOpen(false)}
              className="flex h-12 items-center gap-3 rounded-control px-3 text-text-muted -outline-offset-2 aria-[current]:bg-surface-3 aria-[current]:text-text"
            >
              <Icon aria-hidden className="size-5" />
              <span className="flex-1">{label}</span>
              {badge}
            </a>
          ))}
        </nav>
      </PopoverPanel>
    </Popover.Root>
  );
}
