import type { KeyboardEvent } from 'react';
import { clamp, type FocusPoint } from '#core/geometry.ts';
import type { MediaItem } from '#core/project/project.ts';
import { t } from '../words/words.ts';
import { useChangeItem } from './use-change-item.ts';

/** One press of an arrow key, as a fraction of the picture. */
const KEY_STEP = 0.05;
const KEYS: Readonly<Record<string, FocusPoint>> = {
  ArrowLeft: { x: -KEY_STEP, y: 0 },
  ArrowRight: { x: KEY_STEP, y: 0 },
  ArrowUp: { x: 0, y: -KEY_STEP },
  ArrowDown: { x: 0, y: KEY_STEP },
};

/** The point that has to stay in view, as a slider of two directions: no native element holds both. */
export function useFocusPoint(item: MediaItem, label: string) {
  const change = useChangeItem(item.id);
  const { focus } = item;
  /** Changes of one `burst` are undone as one step. */
  const setFocus = ({ x, y }: FocusPoint, burst?: string) =>
    change({ focus: { x: clamp(x, 0, 1), y: clamp(y, 0, 1) } }, burst);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEYS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setFocus({ x: focus.x + step.x, y: focus.y + step.y }, 'focus');
  };
  const percent = { x: Math.round(focus.x * 100), y: Math.round(focus.y * 100) };
  const slider = {
    role: 'slider',
    tabIndex: 0,
    'aria-label': label,
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': percent.x,
    'aria-valuetext': t`${percent.x} percent from the left, ${percent.y} percent from the top`,
    onKeyDown,
  } as const;
  return { percent, setFocus, slider };
}
