import { useMemo } from 'react';
import { moveItem, removeItem } from '#core/project/edit-items.ts';
import { t } from '../words/words.ts';
import { announce } from './announcements.ts';
import { useEditor } from './editor.tsx';

/** What a person does to the place of a photo or clip. Each edit is one undo step, and is told to screen readers. */
export interface ItemEdits {
  /** `toIndex` from 0; nothing happens beyond the first and the last place. */
  move(itemId: string, toIndex: number): void;
  /** `name` is how the person knows it. */
  remove(itemId: string, name: string): void;
}

export function useItemEdits(): ItemEdits {
  const { history } = useEditor();
  return useMemo(
    () => ({
      move(itemId, toIndex) {
        const { items } = history.current.getState().project;
        if (items[toIndex] === undefined || items[toIndex].id === itemId) return;
        history.edit((project) => moveItem(project, itemId, toIndex));
        announce(t`Moved to place ${toIndex + 1}`);
      },
      remove(itemId, name) {
        history.edit((project) => removeItem(project, itemId));
        announce(t`${name} removed`);
      },
    }),
    [history],
  );
}
