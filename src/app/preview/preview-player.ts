import { PreviewClient } from '#clients/preview-client.ts';
import { toStudioError } from '#core/errors.ts';
import { clamp, type Size } from '#core/geometry.ts';
import { planTimeline } from '#core/plan/plan-timeline.ts';
import type { Project } from '#core/project/project.ts';
import { renderSettings } from '#core/render/settings.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import { frameAtSeconds, frameToSeconds } from '#core/units.ts';
import { mediaSources } from '../media-sources.ts';
import { completePlanSources, type Knowledge, planSources } from '../plan-sources.ts';
import type { AssetLibrary } from '../studio/assets.ts';
import type { Fonts } from '../studio/fonts.ts';
import type { PreviewPlayer, PreviewState } from '../studio/preview.ts';
import { LatestFrame } from './latest-frame.ts';
import { EMPTY_PREVIEW } from './preview-state.ts';
import { PreviewSound } from './sound.ts';

export interface PreviewTools extends Knowledge {
  readonly assets: AssetLibrary;
  readonly fonts: Pick<Fonts, 'file'>;
}

/** The preview of one canvas, which it takes over for good: a canvas can be handed to a worker only once. */
export function createPreviewPlayer(canvas: HTMLCanvasElement, tools: PreviewTools): PreviewPlayer {
  return new CanvasPlayer(canvas.transferControlToOffscreen(), tools);
}

class CanvasPlayer implements PreviewPlayer {
  readonly #client = new PreviewClient();
  readonly #frames = new LatestFrame(
    (frame) => this.#client.draw(frame),
    (error) => this.#fail(error),
  );
  readonly #sound = new PreviewSound({
    onTime: () => this.#tick(),
    onError: (error) => this.#update({ error }),
  });
  readonly #listeners = new Set<() => void>();
  /** Null until there is something to show: its code is as much as all of the page's. */
  #attached: Promise<void> | null = null;
  #size: Size | null = null;
  #state = EMPTY_PREVIEW;
  /** What is played, as soon as it is planned: its length is known, and seeking works, before its first picture. */
  #timeline: Timeline | null = null;
  /** What the worker holds; null while that changes. */
  #loaded: Timeline | null = null;
  /** Play was asked for before there was a first picture. */
  #playWhenReady = false;
  /** Counts loads, so that an older one that ends late changes nothing. */
  #loads = 0;
  /** While no sound runs: the time that was shown at a moment of `performance.now()`. */
  #anchor = { time: 0, at: 0 };
  #animation: number | null = null;
  #disposed = false;
  readonly #disposal = new AbortController();

  constructor(
    private readonly canvas: OffscreenCanvas,
    private readonly tools: PreviewTools,
  ) {}

  async load(project: Project): Promise<void> {
    const load = ++this.#loads;
    if (project.items.length === 0) {
      this.pause();
      this.#timeline = null;
      this.#loaded = null;
      this.#update({ status: 'empty', frame: 0, durationFrames: 0, error: null });
      return;
    }
    if (this.#state.status !== 'ready') this.#update({ status: 'loading', error: null });
    try {
      await this.#attach();
      const current = () => load === this.#loads && !this.#disposed;
      await this.#show(project, current);
      if (current()) void this.#improve(project, current);
    } catch (error) {
      if (load !== this.#loads || this.#disposed) return;
      this.#fail(error);
      throw toStudioError(error);
    }
  }

  async play(): Promise<void> {
    this.#playWhenReady = this.#state.status === 'loading';
    if (!this.#timeline || this.#state.playing || this.#state.status !== 'ready') return;
    const atEnd = this.#state.frame >= this.#timeline.durationFrames - 1;
    if (atEnd) this.#update({ frame: 0 });
    const time = frameToSeconds(this.#state.frame, this.#timeline.frameRate);
    this.#anchor = { time, at: performance.now() };
    this.#update({ playing: true, error: null });
    this.#animation = requestAnimationFrame(() => this.#animate());
    await this.#sound.play(time);
  }

  pause(): void {
    this.#playWhenReady = false;
    if (this.#animation !== null) cancelAnimationFrame(this.#animation);
    this.#animation = null;
    this.#sound.pause();
    if (this.#state.playing) this.#update({ playing: false });
  }

  seek(frame: number): void {
    if (!this.#timeline) {
      // Where the video will start once it is loaded.
      this.#update({ frame: Math.max(0, Math.round(frame)) });
      return;
    }
    const target = clamp(Math.round(frame), 0, this.#timeline.durationFrames - 1);
    const time = frameToSeconds(target, this.#timeline.frameRate);
    this.#anchor = { time, at: performance.now() };
    this.#update({ frame: target });
    this.#request(target);
    if (this.#state.playing) void this.#sound.play(time);
  }

  resize(size: Size): void {
    this.#size = size;
    this.#attached?.then(() => this.#client.resize(size)).catch((error: unknown) => this.#fail(error));
  }

  setMuted(muted: boolean): void {
    this.#sound.setMuted(muted);
    this.#update({ muted });
  }

  readonly snapshot = (): PreviewState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  dispose(): void {
    this.#disposed = true;
    this.#disposal.abort();
    this.pause();
    this.#sound.dispose();
    this.#client.stop();
    this.#listeners.clear();
  }

  #attach(): Promise<void> {
    this.#attached ??= this.#client.attach(this.canvas).then(async () => {
      if (this.#size) await this.#client.resize(this.#size);
    });
    return this.#attached;
  }

  async #show(project: Project, current: () => boolean): Promise<void> {
    const sources = await planSources(this.tools, project);
    const settings = renderSettings(project.format, project.quality);
    const timeline = planTimeline(project, sources, settings);
    if (this.#loaded && isSame(timeline, this.#loaded)) return;
    const media = await mediaSources(this.tools, timeline);
    if (!current()) return;
    this.#take(timeline);
    this.#loaded = null;
    await this.#client.load(timeline, media);
    if (!current()) return;
    const changed = this.#sound.load(timeline, settings.audio, media);
    if (changed && this.#state.playing) void this.#sound.play(this.#now());
    await this.#client.draw(this.#state.frame);
    if (!current()) return;
    this.#loaded = timeline;
    this.#update({ status: 'ready', error: null });
    // It may have been sought while the first picture was drawn.
    this.#request(this.#state.frame);
    if (this.#playWhenReady) await this.play();
  }

  /** What there is plays at once; music is listened to and clips are looked through meanwhile, and the cuts move. */
  async #improve(project: Project, current: () => boolean): Promise<void> {
    const { signal } = this.#disposal;
    try {
      await completePlanSources(this.tools, project, signal);
      if (current()) await this.#show(project, current);
    } catch (error) {
      if (current()) this.#fail(error);
    }
  }

  #take(timeline: Timeline): void {
    const { durationFrames, frameRate } = timeline;
    this.#timeline = timeline;
    this.#update({ frame: Math.min(this.#state.frame, durationFrames - 1), durationFrames, frameRate });
  }

  /** Draws a frame, unless the first picture is still to come, which is that of the frame sought last. */
  #request(frame: number): void {
    if (this.#state.status === 'ready') this.#frames.request(frame);
  }

  #animate(): void {
    this.#tick();
    if (this.#state.playing) this.#animation = requestAnimationFrame(() => this.#animate());
  }

  /** Shows the frame of this moment, or stops at the end. */
  #tick(): void {
    if (!this.#state.playing || !this.#timeline) return;
    const { frameRate, durationFrames } = this.#timeline;
    const time = this.#now();
    const frame = frameAtSeconds(time, frameRate);
    if (frame >= durationFrames) {
      this.pause();
      this.seek(durationFrames - 1);
      return;
    }
    if (frame === this.#state.frame) return;
    this.#update({ frame });
    this.#request(frame);
  }

  /**
   * The sound's own time while it runs, so that the two cannot drift apart; else the machine's clock. Pictures wait for
   * the first sound, so that they need not go back to it.
   */
  #now(): number {
    const at = performance.now();
    const time = this.#soundTime() ?? this.#anchor.time + (at - this.#anchor.at) / 1000;
    this.#anchor = { time, at };
    return time;
  }

  #soundTime(): number | null {
    if (this.#sound.starting) return this.#anchor.time;
    return this.#sound.running ? this.#sound.time : null;
  }

  #fail(error: unknown): void {
    if (this.#disposed) return;
    this.pause();
    this.#loaded = null;
    this.#update({ status: 'failed', error: toStudioError(error) });
  }

  #update(change: Partial<PreviewState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Timelines are JSON, built by one function: equal ones have equal text. */
function isSame(a: Timeline, b: Timeline): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
