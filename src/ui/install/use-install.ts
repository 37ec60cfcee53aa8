import { useSyncExternalStore } from 'react';
import type { InstallState } from '#app/studio/install.ts';
import { useEditor } from '../state/editor.tsx';

/** Whether and how the studio can be installed now. */
export function useInstall(): InstallState {
  const { install } = useEditor().studio;
  return useSyncExternalStore(
    (listener) => install.subscribe(listener),
    () => install.snapshot(),
  );
}
