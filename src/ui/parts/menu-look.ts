/** How every menu looks. */

export const MENU = 'z-50 min-w-44 animate-fade rounded-control border border-line bg-surface-3 p-1';
export const MENU_ITEM =
  'flex h-9 items-center gap-2 rounded-[6px] px-3 outline-offset-0 select-none data-highlighted:bg-line max-lg:h-11';
