import { createContext, type ReactNode, use, useMemo, useRef } from 'react';
import { useEditor } from '../state/editor.tsx';
import type { Purpose } from '../state/take-in.ts';
import { t } from '../words/words.ts';

export const PICTURES = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/heic,image/heif,.heic,.heif';
const SOUND = 'audio/*,.mp3,.wav,.m4a,.aac,.ogg,.opus,.flac';
export const MEDIA_FILES = `${PICTURES},${SOUND},video/*,.mkv,.avi,.ts,.mts,.zip`;
const ACCEPTED: Record<Purpose, string> = {
  any: MEDIA_FILES,
  music: SOUND,
  frame: 'image/png,image/webp,image/avif',
  atmosphere: 'video/*,.mkv,.avi,.ts,.mts',
};
const LABELS: Record<Purpose, string> = {
  any: t`Photos, clips and a song`,
  music: t`Music file`,
  frame: t`Frame picture`,
  atmosphere: t`Atmosphere clip`,
};
const PURPOSES: readonly Purpose[] = ['any', 'music', 'frame', 'atmosphere'];

interface Picking {
  readonly pick: (purpose: Purpose) => void;
  readonly pickReplacement: (itemId: string) => void;
}

const PickFilesContext = createContext<Picking | null>(null);

/** The page's file inputs, which buttons anywhere open. */
export function FilePicking({ children }: { children: ReactNode }) {
  const { imports } = useEditor();
  const inputs = useRef(new Map<Purpose, HTMLInputElement>());
  const replacement = useRef<HTMLInputElement>(null);
  const replaced = useRef<string | null>(null);
  const picking = useMemo<Picking>(
    () => ({
      pick: (purpose) => inputs.current.get(purpose)?.click(),
      pickReplacement(itemId) {
        replaced.current = itemId;
        replacement.current?.click();
      },
    }),
    [],
  );
  return (
    <PickFilesContext value={picking}>
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
      <input
        ref={replacement}
        type="file"
        hidden
        aria-label={t`Photo or clip in place of the selected one`}
        accept={ACCEPTED.any}
        onChange={(event) => {
          if (replaced.current !== null)
            void imports.add([...(event.currentTarget.files ?? [])], { replaces: replaced.current });
          event.currentTarget.value = '';
        }}
      />
      {children}
    </PickFilesContext>
  );
}

/** Opens the file dialog for a purpose. */
export function usePickFiles(): (purpose: Purpose) => void {
  return usePicking().pick;
}

/** Opens the file dialog for a photo or clip that takes the place of another. */
export function usePickReplacement(): (itemId: string) => void {
  return usePicking().pickReplacement;
}

function usePicking(): Picking {
  const picking = use(PickFilesContext);
  if (!picking) throw new Error('Files are picked outside of FilePicking.');
  return picking;
}
