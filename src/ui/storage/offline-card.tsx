import { CircleCheck, CircleX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SpeechModelOffer } from '#app/studio/speech.ts';
import { toStudioError } from '#core/errors.ts';
import type { OfflineCheck, OfflinePart, OfflineProgress } from '#core/offline/offline-part.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { Toggle } from '../parts/toggle.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { formatBytes, formatWait } from '../view/format.ts';
import { t, translate } from '../words/words.ts';

const PART_NAMES: Readonly<Record<OfflinePart, string>> = {
  shell: t`Pages`,
  code: t`Preview, export, beats and sound`,
  video: t`Video tools`,
  speech: t`Speech engine`,
  fonts: t`Fonts`,
  sample: t`Sample`,
  model: t`Speech model`,
};

type Work =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading'; readonly progress: OfflineProgress | null }
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked'; readonly checks: readonly OfflineCheck[] }
  | { readonly kind: 'failed'; readonly message: string };

/** Brings everything of the studio onto this device, and proves that it is there. */
export function OfflineCard() {
  const { offline, speech } = useEditor().studio;
  const [bytes, setBytes] = useState<number | null>(null);
  const [model, setModel] = useState<SpeechModelOffer | null>(null);
  const [withModel, setWithModel] = useState(true);
  const [work, setWork] = useState<Work>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    // Without a list there is nothing to offer, and no model to go with it.
    offline.size().then(setBytes, () => undefined);
    speech.models().then(
      (models) => setModel(models.find(({ elsewhere }) => elsewhere === null) ?? null),
      () => undefined,
    );
    return () => running.current?.abort();
  }, [offline, speech]);
  if (bytes === null) return null;
  const chosen = withModel ? model : null;
  const start = async () => {
    const control = new AbortController();
    running.current = control;
    setWork({ kind: 'loading', progress: null });
    try {
      const { signal } = control;
      await offline.makeAvailable({
        model: chosen,
        signal,
        onProgress: (progress) => setWork({ kind: 'loading', progress }),
      });
      setWork({ kind: 'checking' });
      setWork({ kind: 'checked', checks: await offline.check(chosen, signal) });
      announce(t`The studio is available offline`);
    } catch (thrown) {
      const error = toStudioError(thrown);
      setWork(error.code === 'cancelled' ? { kind: 'idle' } : { kind: 'failed', message: translate(error.message) });
    }
  };
  const isRunning = work.kind === 'loading' || work.kind === 'checking';
  return (
    <section aria-labelledby="offline" className="flex flex-col gap-3 rounded-card border border-line bg-surface-2 p-4">
      <h2 id="offline" className="text-large font-semibold">
        {t`Use without a network`}
      </h2>
      <p className="text-small text-text-muted">
        {t`The studio opens offline already. This brings the rest of it onto this device: ${formatBytes(bytes + (chosen?.bytes ?? 0))} in all, of which what is here is not loaded again.`}
      </p>
      {model && !isRunning && (
        <Toggle
          label={t`With ${model.title}, ${formatBytes(model.bytes)}`}
          checked={withModel}
          onChange={setWithModel}
        />
      )}
      {work.kind === 'loading' && <Loading progress={work.progress} />}
      {work.kind === 'checking' && <p className="text-small">{t`Checking every file`}</p>}
      {work.kind === 'checked' && <Checks checks={work.checks} />}
      {work.kind === 'failed' && (
        <div role="alert">
          <Notice severity="error">{work.message}</Notice>
        </div>
      )}
      {isRunning ? (
        <Button className="self-start" onClick={() => running.current?.abort()}>
          {t`Cancel`}
        </Button>
      ) : (
        <Button className="self-start" onClick={() => void start()}>
          {work.kind === 'checked' ? t`Check again` : t`Make available offline`}
        </Button>
      )}
    </section>
  );
}

function Loading({ progress }: { progress: OfflineProgress | null }) {
  if (!progress) return <p className="text-small">{t`Looking what is here`}</p>;
  const { part, done, total, etaSeconds } = progress;
  return (
    <div className="flex flex-col gap-2">
      <ProgressBar label={t`Making the studio available offline`} percent={(100 * done) / total} />
      <p className="flex justify-between gap-4 text-small">
        <span>{PART_NAMES[part]}</span>
        <span className="text-text-muted tabular-nums">
          {t`${formatBytes(done)} of ${formatBytes(total)}`}
          {etaSeconds !== null && t`, about ${formatWait(etaSeconds)} left`}
        </span>
      </p>
    </div>
  );
}

function Checks({ checks }: { checks: readonly OfflineCheck[] }) {
  return (
    <ul aria-label={t`Available offline`} className="flex flex-col gap-1.5 text-small">
      {checks.map(({ part, bytes, isKept }) => (
        <li key={part} className="flex items-center gap-2">
          {isKept ? (
            <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
          ) : (
            <CircleX aria-hidden className="size-4 shrink-0 text-danger" />
          )}
          <span className="flex-1">
            {PART_NAMES[part]}
            <span className="sr-only">{isKept ? t`: here, and checked` : t`: not here`}</span>
          </span>
          <span className="text-text-muted tabular-nums">{formatBytes(bytes)}</span>
        </li>
      ))}
    </ul>
  );
}
