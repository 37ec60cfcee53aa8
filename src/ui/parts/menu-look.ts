/** How every menu looks. */

export const MENU = 'z-50 min-w-44 animate-fade rounded-control border border-line bg-surface-3 p-1';
/**
 * One that opens from a menu's item. A phone has no room beside the menu: it comes to lie over it, from where the page
 * begins.
 */
export const SUB_MENU = `${MENU} max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto max-sm:data-[side=left]:translate-x-[calc(100%-4.5rem)]`;
export const MENU_ITEM =
  'flex h-9 items-center gap-2 rounded-[6px] px-3 outline-offset-0 select-none data-highlighted:bg-line max-lg:h-11';
