import { useCallback } from 'react';
import { changeItem, type ItemChange } from '#core/project/edit-items.ts';
import { useEditor } from '../state/editor.tsx';

/** Changes settings of one item. Changes of one `burst` (a drag, a slider) are undone as one step. */
export function useChangeItem(itemId: string): (change: ItemChange, burst?: string) => void {
  const { history } = useEditor();
  return useCallback(
    (change, burst) =>
      history.edit(
        (project) => changeItem(project, itemId, change),
        burst === undefined ? undefined : `${burst} ${itemId}`,
      ),
    [history, itemId],
  );
}
