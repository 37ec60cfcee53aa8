import {
  LONGEST_RECORDING_SECONDS,
  RECORDING_TYPES,
  type RecordingDevice,
  recordingFailed,
  recordingName,
} from '#core/import/recording.ts';
import type { Recorder, RecorderState } from '../studio/recording.ts';
import type { HeldWork } from '../updates/held-work.ts';

/** How often the state is brought up to date, in milliseconds. */
const TICK_MS = 100;
/** How often the browser hands over what it has recorded, in milliseconds: it may put it aside then. */
const CHUNK_MS = 1_000;
const BLANK: RecorderState = { status: 'ready', seconds: 0, level: 0, file: null, error: null };

/**
 * As `Recording.open`.
 * @param held says that a new version would break something.
 */
export async function openRecorder(device: RecordingDevice, held: Pick<HeldWork, 'hold'>): Promise<Recorder> {
  const type = RECORDING_TYPES[device].find((candidate) => MediaRecorder.isTypeSupported(candidate));
  if (!('mediaDevices' in navigator) || type === undefined) throw recordingFailed(device, 'NotSupportedError');
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: device === 'camera' });
    return new DeviceRecorder(device, stream, type, held.hold());
  } catch (thrown) {
    throw recordingFailed(device, thrown instanceof DOMException ? thrown.name : 'UnknownError');
  }
}

class DeviceRecorder implements Recorder {
  readonly #listeners = new Set<() => void>();
  readonly #meter: LevelMeter;
  readonly #clock: ReturnType<typeof setInterval>;
  #state: RecorderState = BLANK;
  #recorder: MediaRecorder | null = null;
  #startedAt = 0;

  constructor(
    readonly device: RecordingDevice,
    readonly stream: MediaStream,
    private readonly type: string,
    private readonly letGo: () => void,
  ) {
    this.#meter = new LevelMeter(stream);
    this.#clock = setInterval(() => this.#tick(), TICK_MS);
    // Unplugged, or forbidden by the person meanwhile.
    for (const track of stream.getTracks()) track.addEventListener('ended', () => this.#fail('NotReadableError'));
  }

  snapshot(): RecorderState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    const recorder = new MediaRecorder(this.stream, { mimeType: this.type });
    const began = new Date();
    const chunks: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data));
    recorder.addEventListener('stop', () => {
      if (this.#recorder !== recorder) return;
      const name = recordingName(this.device, began, recorder.mimeType);
      const file = new File(chunks, name, { type: recorder.mimeType });
      this.#recorder = null;
      this.#update({ status: 'done', file, level: 0 });
    });
    recorder.addEventListener('error', () => this.#fail('EncodingError'));
    this.#recorder = recorder;
    this.#startedAt = performance.now();
    recorder.start(CHUNK_MS);
    this.#update({ ...BLANK, status: 'recording' });
  }

  stop(): void {
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
  }

  close(): void {
    clearInterval(this.#clock);
    this.#meter.close();
    this.#recorder = null;
    for (const track of this.stream.getTracks()) track.stop();
    this.#listeners.clear();
    this.letGo();
  }

  #tick(): void {
    const { status } = this.#state;
    if (status !== 'ready' && status !== 'recording') return;
    const level = this.#meter.level();
    const seconds = status === 'recording' ? (performance.now() - this.#startedAt) / 1000 : 0;
    this.#update({ seconds, level });
    if (seconds >= LONGEST_RECORDING_SECONDS) this.stop();
  }

  /** What was recorded until then is kept. */
  #fail(name: string): void {
    const error = recordingFailed(this.device, name);
    if (this.#state.status === 'recording') {
      this.stop();
      this.#update({ error });
    } else this.#update({ status: 'failed', error });
  }

  #update(change: Partial<RecorderState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Loudest sample of the last moment. */
class LevelMeter {
  readonly #context = new AudioContext();
  readonly #analyser: AnalyserNode;
  readonly #samples: Float32Array<ArrayBuffer>;

  constructor(stream: MediaStream) {
    this.#analyser = this.#context.createAnalyser();
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
  }

  level(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return Math.min(
      1,
      this.#samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0),
    );
  }

  close(): void {
    void this.#context.close();
  }
}
