import { useState } from 'react';
import { useStore } from 'zustand';
import { type StudioError, toStudioError } from '#core/errors.ts';
import { usePickFiles } from '../media/file-picking.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';

/** Where everything starts: a golden frame that waits for its picture. */
export function EmptyStage() {
  const { imports } = useEditor();
  const pickFiles = usePickFiles();
  const busy = useStore(imports.state, (state) => state.files.length > 0);
  const sample = useSample();
  return (
    <div className="golden-frame flex aspect-[9/16] w-[min(100cqw,calc(100cqh*9/16))] flex-col items-center justify-center gap-6 overflow-hidden p-5 text-center max-lg:gap-4">
      <div className="flex flex-col gap-3">
        <h1 className="font-display text-display text-balance max-lg:text-[24px]">Drop photos, clips and a song</h1>
        <p className="text-text-muted text-balance">Get a golden-frame video. Nothing leaves this device.</p>
      </div>
      <div className="flex w-full max-w-56 flex-col items-stretch gap-2">
        <Button tone="primary" size="large" onClick={() => pickFiles('any')} aria-disabled={busy} className="px-3">
          Choose files
        </Button>
        <Button tone="bare" size="large" onClick={sample.open} aria-disabled={sample.busy || busy} className="px-3">
          {sample.busy ? 'Opening the sample' : 'Try the sample'}
        </Button>
      </div>
      {sample.error && <Notice severity="error">{sample.error.message}</Notice>}
    </div>
  );
}

function useSample() {
  const editor = useEditor();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<StudioError | null>(null);
  async function open() {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await editor.open(await editor.studio.openSample());
      announce('The sample is open');
    } catch (thrown) {
      setError(toStudioError(thrown));
    } finally {
      setBusy(false);
    }
  }
  return { busy, error, open: () => void open() };
}
