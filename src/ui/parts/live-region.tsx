import { useStore } from 'zustand';
import { announcements } from '../state/announcements.ts';

/** Tells screen readers what happened away from the focus. */
export function LiveRegion() {
  const text = useStore(announcements, (state) => state.text);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}
