import { addressOf } from './address.ts';
import { type Page, usePages } from './pages.tsx';

/** A page in a menu. */
export function PageLink({ page, onFollow }: { page: Page; onFollow: () => void }) {
  const { current } = usePages();
  const { id, label, icon: Icon, badge } = page;
  return (
    <a
      href={addressOf(id)}
      aria-current={id === current.id ? 'page' : undefined}
      onClick={onFollow}
      className="flex h-12 shrink-0 items-center gap-3 rounded-control px-3 text-text-muted -outline-offset-2 transition-colors duration-150 ease-out hover:text-text aria-[current]:bg-surface-3 aria-[current]:text-text lg:h-10"
    >
      <Icon aria-hidden className="size-5" />
      <span className="flex-1">{label}</span>
      {badge}
    </a>
  );
}
