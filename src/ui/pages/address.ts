import { useSyncExternalStore } from 'react';

/** The page's address names the screen behind its `#`, so that back, forward and a reload do what is expected of them. */

/** The first is where an address leads that names none. */
const PAGE_IDS = [
  'studio',
  'captions',
  'music',
  'merge',
  'batch',
  'convert',
  'library',
  'queue',
  'storage',
  'activity',
  'workspaces',
] as const;
export type PageId = (typeof PAGE_IDS)[number];

export function usePageOfAddress(): PageId {
  return useSyncExternalStore(subscribe, pageOfAddress);
}

export function addressOf(id: PageId): string {
  return `#${id}`;
}

export function goToPage(id: PageId): void {
  if (pageOfAddress() !== id) location.hash = addressOf(id);
}

function pageOfAddress(): PageId {
  return PAGE_IDS.find((id) => addressOf(id) === location.hash) ?? PAGE_IDS[0];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
