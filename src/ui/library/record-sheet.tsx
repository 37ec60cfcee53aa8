import { Circle, Square } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Recorder, RecorderState } from '#app/studio/recording.ts';
import { toStudioError } from '#core/errors.ts';
import { LONGEST_RECORDING_SECONDS, type RecordingDevice } from '#core/import/recording.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useObjectUrl } from '../parts/object-url.ts';
import { Sheet } from '../parts/sheet.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { formatTrackLength } from '../view/format.ts';
import { t, translate } from '../words/words.ts';

const TITLES: Record<RecordingDevice, string> = {
  microphone: t`Record a voice-over`,
  camera: t`Record with the camera`,
};

interface RecordSheetProps {
  /** Null while nothing is to be recorded. */
  readonly device: RecordingDevice | null;
  readonly onClose: () => void;
  readonly onKeep: (file: File, device: RecordingDevice) => void;
}

/** Records, lets the recording be looked at, and hands it on. The device is let go when it closes. */
export function RecordSheet({ device, onClose, onKeep }: RecordSheetProps) {
  return (
    <Sheet open={device !== null} title={device === null ? '' : TITLES[device]} floor="edge" onClose={onClose}>
      {device !== null && (
        <Device
          device={device}
          onKeep={(file) => {
            onClose();
            onKeep(file, device);
          }}
        />
      )}
    </Sheet>
  );
}

function Device({ device, onKeep }: { device: RecordingDevice; onKeep: (file: File) => void }) {
  const { recording } = useEditor().studio;
  const [recorder, setRecorder] = useState<Recorder | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let isOpen = true;
    let opened: Recorder | null = null;
    recording.open(device).then(
      (next) => {
        // The person may have closed the sheet while the browser asked.
        if (!isOpen) return next.close();
        opened = next;
        setRecorder(next);
      },
      (thrown) => isOpen && setFailure(translate(toStudioError(thrown).message)),
    );
    return () => {
      isOpen = false;
      opened?.close();
    };
  }, [recording, device]);
  if (failure !== null) return <Notice severity="error">{failure}</Notice>;
  if (!recorder)
    return (
      <p className="text-text-muted">{device === 'camera' ? t`Asking for the camera` : t`Asking for the microphone`}</p>
    );
  return <Studio recorder={recorder} onKeep={onKeep} />;
}

function Studio({ recorder, onKeep }: { recorder: Recorder; onKeep: (file: File) => void }) {
  const subscribe = useMemo(() => recorder.subscribe.bind(recorder), [recorder]);
  const { status, seconds, level, file, error } = useSyncExternalStore(subscribe, () => recorder.snapshot());
  const record = () => {
    recorder.start();
    announce(t`Recording`);
  };
  const stop = () => {
    recorder.stop();
    announce(t`Recorded`);
  };
  return (
    <div className="flex flex-col gap-4">
      {recorder.device === 'camera' && status !== 'done' && <LivePicture stream={recorder.stream} />}
      {error && <Notice severity="error">{translate(error.message)}</Notice>}
      {status !== 'done' && status !== 'failed' && <Level level={level} />}
      {file && <Playback file={file} isVideo={recorder.device === 'camera'} />}
      <p role="timer" className="text-center text-title tabular-nums">
        {formatTrackLength(seconds)}
      </p>
      <Controls status={status} onRecord={record} onStop={stop} onKeep={file && (() => onKeep(file))} />
      <p className="text-small text-text-muted">
        {t`The recording stays on this device. It may last up to ${LONGEST_RECORDING_SECONDS / 60} minutes.`}
      </p>
    </div>
  );
}

interface ControlsProps {
  readonly status: RecorderState['status'];
  readonly onRecord: () => void;
  readonly onStop: () => void;
  readonly onKeep: (() => void) | null;
}

function Controls({ status, onRecord, onStop, onKeep }: ControlsProps) {
  if (status === 'failed') return null;
  if (status === 'recording') {
    return (
      <Button tone="primary" size="large" onClick={onStop}>
        <Square aria-hidden className="size-4 fill-current" />
        {t`Stop`}
      </Button>
    );
  }
  if (status === 'done' && onKeep) {
    return (
      <div className="flex flex-col gap-2">
        <Button tone="primary" size="large" onClick={onKeep}>
          {t`Add to the library`}
        </Button>
        <Button onClick={onRecord}>{t`Record again`}</Button>
      </div>
    );
  }
  return (
    <Button tone="primary" size="large" onClick={onRecord}>
      <Circle aria-hidden className="size-4 fill-current" />
      {t`Record`}
    </Button>
  );
}

function LivePicture({ stream }: { stream: MediaStream }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={video}
      autoPlay
      muted
      playsInline
      aria-label={t`What the camera sees`}
      className="max-h-80 w-full rounded-thumb bg-ink object-contain"
    />
  );
}

/** Decibels below full scale at which the bar is empty. */
const QUIETEST_DB = -60;

/** How loud it is, as ears hear it: in decibels. */
function Level({ level }: { level: number }) {
  const db = level === 0 ? QUIETEST_DB : Math.max(QUIETEST_DB, 20 * Math.log10(level));
  return (
    <div className="h-2 overflow-hidden rounded-full bg-surface-3">
      <div
        className="h-full origin-left rtl:origin-right bg-gold"
        style={{ transform: `scaleX(${1 - db / QUIETEST_DB})` }}
      />
      <meter aria-label={t`Loudness`} min={QUIETEST_DB} max={0} value={Math.round(db)} className="sr-only" />
    </div>
  );
}

function Playback({ file, isVideo }: { file: File; isVideo: boolean }) {
  const url = useObjectUrl(file);
  if (url === undefined) return null;
  return isVideo ? (
    // biome-ignore lint/a11y/useMediaCaption: what was said a moment ago by the person who looks at it.
    <video
      controls
      playsInline
      src={url}
      aria-label={t`The recording`}
      className="max-h-80 w-full rounded-thumb bg-ink"
    />
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: what was said a moment ago by the person who hears it.
    <audio controls src={url} aria-label={t`The recording`} className="w-full" />
  );
}
