import { createStore } from 'zustand/vanilla';

/** What screen readers are told. Rendered once, by `parts/live-region.tsx`. */
export const announcements = createStore<{ readonly text: string }>(() => ({ text: '' }));

export function announce(text: string): void {
  announcements.setState({ text });
}
