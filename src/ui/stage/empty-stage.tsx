import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type StudioError, toStudioError } from '#core/errors.ts';
import { usePickFiles } from '../media/file-picking.tsx';
import { ImportFailures, ImportProgress } from '../media/import-status.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { t, translate } from '../words/words.ts';
import { DriftingGlitter } from './drifting-glitter.tsx';
import { useGentleMotion } from './gentle-motion.ts';

const GLINT = { startDegrees: 210, degreesPerSecond: 40 } as const;

/** Where everything starts: a golden frame that waits for its picture. */
export function EmptyStage() {
  const { imports } = useEditor();
  const busy = useStore(imports.state, (state) => state.files.length > 0);
  const frame = useRef<HTMLDivElement>(null);
  useGentleMotion((seconds) => {
    const degrees = (GLINT.startDegrees + seconds * GLINT.degreesPerSecond) % 360;
    frame.current?.style.setProperty('--glint', `${degrees}deg`);
  });
  return (
    <div ref={frame} className="golden-frame relative aspect-[9/16] w-[min(100cqw,calc(100cqh*9/16))]">
      <DriftingGlitter />
      <div className="relative flex size-full flex-col items-center justify-center-safe gap-7 overflow-y-auto p-6 text-center max-lg:gap-5 max-lg:p-4">
        <div className="flex flex-col gap-3">
          <h2 className="font-display text-[34px] leading-[1.12] text-balance max-lg:text-display">
            {t`Drop photos, clips and a song`}
          </h2>
          <p className="text-text-muted text-balance">{t`They become a golden-frame video. Nothing leaves this device.`}</p>
        </div>
        {busy ? <ImportProgress /> : <Beginnings />}
        <ImportFailures />
      </div>
    </div>
  );
}

function Beginnings() {
  const pickFiles = usePickFiles();
  const sample = useSample();
  return (
    <div className="flex w-full max-w-56 flex-col items-stretch gap-2">
      <Button tone="primary" size="large" onClick={() => pickFiles('any')} className="px-3">
        {t`Choose files`}
      </Button>
      <Button tone="bare" size="large" onClick={sample.open} aria-disabled={sample.busy} className="px-3">
        {sample.busy ? t`Opening the sample` : t`Try the sample`}
      </Button>
      <Button tone="bare" size="large" onClick={sample.showAround} aria-disabled={sample.busy} className="px-3">
        {t`Show me around`}
      </Button>
      {sample.error && <Notice severity="error">{translate(sample.error.message)}</Notice>}
    </div>
  );
}

function useSample() {
  const editor = useEditor();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<StudioError | null>(null);
  async function open(withTour: boolean) {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await editor.open(await editor.studio.openSample());
      announce(t`The sample is open`);
      editor.view.setState({ isTouring: withTour });
    } catch (thrown) {
      setError(toStudioError(thrown));
    } finally {
      setBusy(false);
    }
  }
  return { busy, error, open: () => void open(false), showAround: () => void open(true) };
}
