import { useEffect, useRef, useState } from 'react';
import type { ImportOutcome, ImportQueueProgress } from '#app/studio/assets.ts';
import type { LibraryImportOptions } from '#app/studio/library.ts';
import type { RecordingDevice } from '#core/import/recording.ts';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';

/** Brings files into the library, and into no project. It goes on when another page is shown. */
interface LibraryImport {
  /** Null while nothing is brought in from here. */
  readonly progress: ImportQueueProgress | null;
  addFiles(files: readonly File[], folderId: string | null): Promise<void>;
  addAddresses(addresses: readonly string[], folderId: string | null): Promise<void>;
  addRecording(file: File, device: RecordingDevice, folderId: string | null): Promise<void>;
  cancel(): void;
}

export function useLibraryImport(): LibraryImport {
  const { library } = useEditor().studio;
  const [progress, setProgress] = useState<ImportQueueProgress | null>(null);
  const canceller = useRef(new AbortController());
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const show = (next: ImportQueueProgress | null) => isShown.current && setProgress(next);
  const run = async (count: number, start: (options: LibraryImportOptions) => Promise<ImportOutcome[]>) => {
    if (count === 0) return;
    if (canceller.current.signal.aborted) canceller.current = new AbortController();
    try {
      const outcomes = await start({ signal: canceller.current.signal, onProgress: show });
      announce(t`Added: ${outcomes.filter(({ ok }) => ok).length} of ${outcomes.length}`);
    } finally {
      show(null);
    }
  };
  return {
    progress,
    addFiles: (files, folderId) => run(files.length, (options) => library.importFiles(files, { ...options, folderId })),
    addAddresses: (addresses, folderId) =>
      run(addresses.length, (options) => library.importAddresses(addresses, { ...options, folderId })),
    addRecording: (file, device, folderId) =>
      run(1, (options) => library.importFiles([file], { ...options, folderId, source: { kind: 'recording', device } })),
    cancel: () => canceller.current.abort(),
  };
}
