import { SoundClient } from '#clients/sound-client.ts';
import { planSoundtrack, type SoundtrackPlan } from '#core/audio/soundtrack-plan.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import type { AudioSettings } from '#core/render/settings.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import type { MediaSource } from '#protocol/media-source.ts';
import { SoundOutput } from './sound-output.ts';

/** So much sound lies ready, in seconds: a busy machine is not heard. */
const READY_SECONDS = 1;
/** A browser that may not play yet, because nobody has touched the page, never says so: it just does not begin. */
const LONGEST_WAKE_MS = 500;

export interface SoundEvents {
  /** Time has passed: comes also in a hidden tab. */
  readonly onTime: () => void;
  /** Sound has stopped; the pictures go on by their own clock. */
  readonly onError: (error: StudioError) => void;
}

interface Mix {
  readonly plan: SoundtrackPlan;
  /** Only those that sound. */
  readonly media: readonly MediaSource[];
}

/** The sound of the preview: the export's own mix, made in a worker a second ahead of where it is heard. */
export class PreviewSound {
  readonly #client = new SoundClient();
  #context: AudioContext | null = null;
  #volume: GainNode | null = null;
  #muted = false;
  #mix: Mix | null = null;
  /** Settles when the worker has taken the mix; null before, and after it crashed. */
  #held: Promise<void> | null = null;
  #output: SoundOutput | null = null;
  /** Counts starts and stops: what belongs to an earlier one changes nothing. */
  #run = 0;
  #starting = false;
  /** The last run whose sound has all been made. */
  #completeRun = -1;
  #filling = false;

  constructor(private readonly events: SoundEvents) {}

  /**
   * Takes the sound of a timeline. Where that stays as it was, what plays goes on.
   * @returns true when it has changed, and is silent now.
   */
  load(timeline: Timeline, audio: AudioSettings, media: readonly MediaSource[]): boolean {
    const plan = planSoundtrack(timeline, audio);
    if (this.#mix && JSON.stringify(plan) === JSON.stringify(this.#mix.plan)) return false;
    this.pause();
    const sounding = new Set(plan.sounds.map(({ assetId }) => assetId));
    this.#mix = { plan, media: media.filter(({ assetId }) => sounding.has(assetId)) };
    this.#held = null;
    this.#hold(this.#mix).catch((error: unknown) => this.#report(error));
    return true;
  }

  /** True while sound is heard: only then is its time the preview's. */
  get running(): boolean {
    return this.#output !== null && this.#context?.state === 'running';
  }

  /** True from `play` until the first sound is heard, or it is clear that none will be. */
  get starting(): boolean {
    return this.#starting;
  }

  /** Time of the video that is heard, in seconds. */
  get time(): number {
    return this.#output?.time ?? 0;
  }

  /** Begins at a time of the video, in seconds; what played before ends. */
  async play(time: number): Promise<void> {
    this.#silence();
    const run = ++this.#run;
    if (!this.#mix || this.#mix.plan.sounds.length === 0) return;
    this.#starting = true;
    try {
      await this.#begin(run, time, this.#mix);
    } catch (error) {
      if (run === this.#run) this.#report(error);
    } finally {
      if (run === this.#run) this.#starting = false;
    }
  }

  pause(): void {
    const wasOn = this.#output !== null || this.#starting;
    this.#run++;
    this.#starting = false;
    this.#silence();
    if (wasOn) this.#client.end().catch((error: unknown) => this.#report(error));
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    if (this.#volume) this.#volume.gain.value = muted ? 0 : 1;
  }

  dispose(): void {
    this.#run++;
    this.#silence();
    this.#client.stop();
    // Closing one that is closed already is the only way in which this fails.
    this.#context?.close().catch(() => undefined);
  }

  async #begin(run: number, time: number, mix: Mix): Promise<void> {
    const { sampleRate } = mix.plan;
    const awake = this.#wake(sampleRate);
    await this.#hold(mix);
    await this.#client.start(run, Math.round(time * sampleRate));
    const first = await this.#client.next(run);
    const context = await awake;
    if (run !== this.#run || !first || !context || !this.#volume) return;
    this.#output = new SoundOutput(this.#volume, context, time, () => this.#played(run));
    this.#output.add(first);
    void this.#fill(run);
  }

  #hold(mix: Mix): Promise<void> {
    this.#held ??= this.#client.load(mix.plan, mix.media).then(() => {
      // Not waited for: sound plays as loud as its files are until the gain is known.
      this.#client.measure().catch((error: unknown) => this.#report(error));
    });
    return this.#held;
  }

  /** The page's sound device, on; null where the browser does not allow it yet. */
  async #wake(sampleRate: number): Promise<AudioContext | null> {
    if (!this.#context) {
      this.#context = new AudioContext({ sampleRate, latencyHint: 'playback' });
      this.#volume = new GainNode(this.#context, { gain: this.#muted ? 0 : 1 });
      this.#volume.connect(this.#context.destination);
    }
    const context = this.#context;
    if (isRunning(context)) return context;
    await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, LONGEST_WAKE_MS))]);
    return isRunning(context) ? context : null;
  }

  #played(run: number): void {
    if (run !== this.#run) return;
    void this.#fill(run);
    this.events.onTime();
  }

  /** Fetches sound until enough lies ready. */
  async #fill(run: number): Promise<void> {
    if (this.#filling) return;
    this.#filling = true;
    try {
      while (run === this.#run && this.#completeRun !== run && this.#output && this.#output.ahead < READY_SECONDS) {
        const chunk = await this.#client.next(run);
        if (run !== this.#run) break;
        if (chunk) this.#output.add(chunk);
        else this.#completeRun = run;
      }
    } catch (error) {
      if (run === this.#run) this.#report(error);
    } finally {
      this.#filling = false;
    }
    // Another run began while this one waited for its last answer.
    if (run !== this.#run && this.#output) void this.#fill(this.#run);
  }

  #silence(): void {
    this.#output?.stop();
    this.#output = null;
  }

  #report(thrown: unknown): void {
    const error = toStudioError(thrown);
    // The worker was ended with the preview.
    if (error.code === 'cancelled') return;
    this.#silence();
    if (error.code === 'worker-crashed') this.#held = null;
    this.events.onError(error);
  }
}

function isRunning({ state }: AudioContext): boolean {
  return state === 'running';
}
