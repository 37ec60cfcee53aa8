import { useEffect } from 'react';
import type { PreviewPlayer } from '#app/studio/preview.ts';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { usePreview } from '../state/preview.tsx';
import { formatClock } from '../view/format.ts';
import { framesPerSecond, stepFrame } from '../view/seek.ts';
import { type PlayheadStep, playheadStepOf } from './playhead-keys.ts';

/**
 * Space plays and pauses, comma and full stop step, Ctrl or Cmd with Z undoes, with Shift redoes, ? lists the keys: from
 * anywhere that does not need the key itself.
 */
export function useShortcuts(): void {
  const { history, view } = useEditor();
  const player = usePreview()?.player;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      if (event.key === ' ' && !usesSpace(target)) {
        event.preventDefault();
        if (player?.snapshot().playing) player.pause();
        else void player?.play();
      }
      const step = playheadStepOf(event);
      if (step && player && !takesText(target)) {
        event.preventDefault();
        stepPlayhead(player, step);
      }
      if (event.key === '?' && !takesText(target)) {
        event.preventDefault();
        view.setState(({ panel }) => ({ panel: panel === 'shortcuts' ? null : 'shortcuts' }));
      }
      const isUndoKey = (event.ctrlKey || event.metaKey) && !event.altKey;
      if (isUndoKey && !keepsOwnUndo(target)) {
        const key = event.key.toLowerCase();
        const redo = (key === 'z' && event.shiftKey) || (key === 'y' && event.ctrlKey);
        if (redo) history.redo();
        else if (key === 'z') history.undo();
        else return;
        event.preventDefault();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [history, view, player]);
}

function stepPlayhead(player: PreviewPlayer, { by, unit }: PlayheadStep): void {
  player.pause();
  const { frame, frameRate, durationFrames } = player.snapshot();
  const target = stepFrame(frame, by * (unit === 'second' ? framesPerSecond(frameRate) : 1), durationFrames);
  player.seek(target);
  announce(formatClock(target, frameRate));
}

function takesText(target: HTMLElement): boolean {
  return target.closest('input, textarea, select') !== null;
}

function usesSpace(target: HTMLElement): boolean {
  return (
    target.closest('button, a, input, textarea, select, summary, video, [role="radio"], [role^="menuitem"]') !== null
  );
}

/** A field that shows the project itself is undone with the project; one with a draft undoes its own typing. */
function keepsOwnUndo(target: HTMLElement): boolean {
  const field = target.closest<HTMLElement>('input, textarea');
  return field !== null && field.dataset.undo !== 'project';
}
