import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { looksLikeAddress } from '#core/import/address.ts';
import { goToPage } from '../pages/address.ts';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { dropTaker } from './drop-taker.ts';
import { droppedFiles } from './dropped-files.ts';

/** The whole window takes files, dropped or pasted, and shows where they go; while some hang over it, an overlay says so. */
export function DropZone() {
  const hovering = useFileDrop();
  const taker = useStore(dropTaker, (state) => state.taker);
  if (!hovering) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-50 flex animate-fade items-center justify-center bg-ink/85 p-6">
      <div className="golden-frame flex h-full w-full items-center justify-center rounded-card">
        <p className="font-display text-display">{taker?.label ?? t`Drop to add`}</p>
      </div>
    </div>
  );
}

function useFileDrop(): boolean {
  const { imports } = useEditor();
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const take = (files: readonly File[]) => {
      if (files.length === 0) return;
      const { taker } = dropTaker.getState();
      if (taker) return taker.take(files);
      goToPage('studio');
      void imports.add(files, 'any');
    };
    const takeAddress = (text: string) => {
      // The tools take files only; what is pasted there stays where it is.
      if (dropTaker.getState().taker || !looksLikeAddress(text)) return;
      goToPage('studio');
      void imports.addAddresses([text.trim()], 'any');
    };
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setHovering(true);
    };
    // Leaving one element for another names the other: only leaving the window names none.
    const leave = (event: DragEvent) => event.relatedTarget === null && setHovering(false);
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setHovering(false);
      if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(take);
    };
    const paste = ({ clipboardData, target }: ClipboardEvent) => {
      const files = [...(clipboardData?.files ?? [])];
      if (files.length > 0) return take(files);
      // A field takes its text itself.
      if (!isTextField(target)) takeAddress(clipboardData?.getData('text/plain') ?? '');
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [imports]);
  return hovering;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;
}
