import { Copy, Fullscreen, type LucideIcon, RefreshCw, RotateCcw, Scissors, Trash2 } from 'lucide-react';
import type { MediaItem } from '#core/project/project.ts';
import { shotsOf } from '#core/timeline/timeline.ts';
import { usePickReplacement } from '../media/file-picking.tsx';
import { useProject } from '../state/editor.tsx';
import { useShotEdits } from '../state/shot-edits.ts';
import { useTimeline } from '../state/timeline.tsx';
import { t } from '../words/words.ts';

export const SHOT_ACTIONS = ['split', 'duplicate', 'replace', 'showWhole', 'reset', 'remove'] as const;
export type ShotActionName = (typeof SHOT_ACTIONS)[number];

/** Something that is done with one shot. The toolbar, the menu and the keys all take it from here. */
export interface ShotAction {
  readonly label: string;
  readonly icon: LucideIcon;
  /** As the key is called; absent where none does it. */
  readonly keys?: string;
  /** Whether it is on, for what is switched on and off. */
  readonly isOn?: (shot: number) => boolean;
  readonly use: (shot: number) => void;
}

export function useShotActions(): Readonly<Record<ShotActionName, ShotAction>> {
  const edits = useShotEdits();
  const timeline = useTimeline();
  const items = useProject((project) => project.items);
  const pickReplacement = usePickReplacement();
  const itemOf = (shot: number): MediaItem | undefined => {
    const itemId = timeline && shotsOf(timeline)[shot]?.itemId;
    return items.find(({ id }) => id === itemId);
  };
  const isWhole = (shot: number) => itemOf(shot)?.fit === 'contain';
  return {
    split: { label: t`Split at playhead`, icon: Scissors, keys: 'S', use: edits.split },
    duplicate: { label: t`Duplicate shot`, icon: Copy, keys: 'D', use: edits.duplicate },
    replace: {
      label: t`Replace shot`,
      icon: RefreshCw,
      use: (shot) => {
        const item = itemOf(shot);
        if (item) pickReplacement(item.id);
      },
    },
    showWhole: {
      label: t`Show the whole picture`,
      icon: Fullscreen,
      isOn: isWhole,
      use: (shot) => edits.setFit(shot, isWhole(shot) ? 'cover' : 'contain'),
    },
    reset: { label: t`Reset shot settings`, icon: RotateCcw, use: edits.reset },
    remove: { label: t`Delete shot`, icon: Trash2, keys: 'Delete', use: edits.remove },
  };
}
