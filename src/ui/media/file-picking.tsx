import { createContext, type ReactNode, use, useCallback, useRef } from 'react';
import { useEditor } from '../state/editor.tsx';
import type { Purpose } from '../state/take-in.ts';

const PICTURES = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/heic,image/heif,.heic,.heif';
const SOUND = 'audio/*,.mp3,.wav,.m4a,.ogg,.flac';
const ACCEPTED: Record<Purpose, string> = {
  any: `${PICTURES},${SOUND},video/*,.mkv,.avi,.ts,.mts`,
  music: SOUND,
  frame: 'image/png,image/webp,image/avif',
  atmosphere: 'video/*,.mkv,.avi,.ts,.mts',
};
const LABELS: Record<Purpose, string> = {
  any: 'Photos, clips and a song',
  music: 'Music file',
  frame: 'Frame picture',
  atmosphere: 'Atmosphere clip',
};
const PURPOSES: readonly Purpose[] = ['any', 'music', 'frame', 'atmosphere'];

const PickFilesContext = createContext<((purpose: Purpose) => void) | null>(null);

/** The page's file inputs, which buttons anywhere open. */
export function FilePicking({ children }: { children: ReactNode }) {
  const { imports } = useEditor();
  const inputs = useRef(new Map<Purpose, HTMLInputElement>());
  const pick = useCallback((purpose: Purpose) => inputs.current.get(purpose)?.click(), []);
  return (
    <PickFilesContext value={pick}>
      {PURPOSES.map((purpose) => (
        <input
          key={purpose}
          ref={(input) => {
            if (input) inputs.current.set(purpose, input);
          }}
          type="file"
          hidden
          aria-label={LABELS[purpose]}
          data-purpose={purpose}
          accept={ACCEPTED[purpose]}
          multiple={purpose === 'any'}
          onChange={(event) => {
            void imports.add([...(event.currentTarget.files ?? [])], purpose);
            // The same file may be chosen again.
            event.currentTarget.value = '';
          }}
        />
      ))}
      {children}
    </PickFilesContext>
  );
}

/** Opens the file dialog for a purpose. */
export function usePickFiles(): (purpose: Purpose) => void {
  const pick = use(PickFilesContext);
  if (!pick) throw new Error('usePickFiles is called outside of FilePicking.');
  return pick;
}
