import { useEffect, useRef } from 'react';
import { referenceSize } from '#core/render/settings.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useProject } from '../state/editor.tsx';
import { type Preview, usePlayback, usePreview } from '../state/preview.tsx';
import { t, translate } from '../words/words.ts';
import { EmptyStage } from './empty-stage.tsx';
import { FocusHandle } from './focus-handle.tsx';
import { Guides } from './guides.tsx';

/** The video itself, as large as its place allows. Without photos it is where they are dropped. */
export function Stage() {
  const preview = usePreview();
  const isEmpty = useProject((project) => project.items.length === 0);
  const format = useProject((project) => project.format);
  const { width, height } = referenceSize(format);
  const fitted = {
    aspectRatio: `${width} / ${height}`,
    width: `min(100cqw, calc(100cqh * ${width / height}))`,
  };
  return (
    <section
      data-tour="stage"
      aria-label={t`Preview`}
      className="@container-size flex size-full min-h-0 items-center justify-center"
    >
      {isEmpty ? (
        <EmptyStage />
      ) : (
        <div dir="ltr" className="relative overflow-hidden bg-ink ring-1 ring-line" style={fitted}>
          {preview && <PreviewCanvas preview={preview} />}
          <Guides />
          <FocusHandle />
          <StageCover />
        </div>
      )}
    </section>
  );
}

/** Puts the one canvas here for as long as this is shown, and keeps it as sharp as the screen. */
function PreviewCanvas({ preview }: { preview: Preview }) {
  const { canvas, player } = preview;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = place.current;
    if (!host) return;
    canvas.className = 'block size-full';
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', t`Video preview`);
    host.append(canvas);
    const observer = new ResizeObserver(() => {
      const scale = window.devicePixelRatio;
      const size = { width: Math.round(host.clientWidth * scale), height: Math.round(host.clientHeight * scale) };
      if (size.width > 0 && size.height > 0) player.resize(size);
    });
    observer.observe(host);
    return () => {
      observer.disconnect();
      canvas.remove();
    };
  }, [canvas, player]);
  return (
    // The stage plays and pauses where it is touched; the transport's button does the same for the keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way for pointers only.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Space does it everywhere.
    <div
      ref={place}
      className="size-full"
      onClick={() => (player.snapshot().playing ? player.pause() : void player.play())}
    />
  );
}

/** Over the picture while there is none, and when there cannot be one. */
function StageCover() {
  const preview = usePreview();
  const status = usePlayback((state) => state.status);
  const playbackError = usePlayback((state) => state.error?.message);
  const message = preview?.loadError?.message ?? playbackError;
  const failed = status === 'failed' || preview?.loadError;
  if (failed) {
    return (
      <div role="alert" className="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-ink p-4">
        <Notice severity="error">{message ? translate(message) : t`The preview stopped.`}</Notice>
        <Button onClick={() => preview?.restart()}>{t`Restart preview`}</Button>
      </div>
    );
  }
  if (status === 'ready') return null;
  return (
    <div className="skeleton absolute inset-0 flex animate-fade items-center justify-center">
      <p className="rounded-full bg-ink/70 px-3 py-1 text-small text-text">{t`Preparing the preview`}</p>
    </div>
  );
}
