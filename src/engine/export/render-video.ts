import { planSoundtrack, type SoundtrackPlan, samplesUntilFrame } from '#core/audio/soundtrack-plan.ts';
import type { StereoChunk } from '#core/audio/stereo.ts';
import type { RenderProgress, StageTiming } from '#core/job/job.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import type { RenderSettings } from '#core/render/settings.ts';
import { sceneAt } from '#core/scene/scene-at.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import { frameAtSeconds, frameToSeconds, type Seconds } from '#core/units.ts';
import { measureGain, normaliseSoundtrack, withoutTreble } from '../audio/normalise-soundtrack.ts';
import { type SoundFile, soundOpener } from '../audio/sound-files.ts';
import { renderSoundtrack } from '../audio/soundtrack.ts';
import type { Compositor, FrameSource } from '../compositor/compositor.ts';
import { chooseAacEncoder } from './aac-choice.ts';
import { aacPacketCount, openAacEncoder } from './aac-encoder.ts';
import type { ByteSink } from './byte-sink.ts';
import { createFfmpegEncoder } from './ffmpeg-frame-encoder.ts';
import type { FrameEncoder } from './frame-encoder.ts';
import { type Mp4Writer, openMp4 } from './mp4-writer.ts';
import { OwnedResources } from './owned-resources.ts';
import { ProgressReporter } from './progress-reporter.ts';
import { runRenderLoop } from './render-loop.ts';
import { SoundtrackFeed } from './soundtrack-feed.ts';
import { encodeThumbnail } from './thumbnail.ts';
import { createWebCodecsEncoder } from './webcodecs-frame-encoder.ts';

/** The picture that stands for a video is the one on screen at this time, in seconds. */
const THUMBNAIL_SECONDS = 1;

export interface VideoRequest {
  readonly timeline: Timeline;
  readonly settings: RenderSettings;
  readonly videoEncoder: Exclude<RenderCapabilities['videoEncoder'], 'none'>;
  /** The files whose sound the timeline plays. */
  readonly sounds: readonly SoundFile[];
}

/** What a render works with and does not own. */
export interface VideoParts {
  /** Of the size of the settings. */
  readonly compositor: Compositor;
  readonly frameSource: FrameSource;
  readonly sink: ByteSink;
  readonly onProgress: (progress: RenderProgress) => void;
}

export interface RenderedVideo {
  readonly frames: number;
  readonly durationSeconds: Seconds;
  readonly bytes: number;
  readonly timings: readonly StageTiming[];
  /** JPEG. */
  readonly thumbnail: Blob;
}

/**
 * Renders a timeline to an MP4 in the sink, from the first frame to the flush. After an error everything that was
 * opened here is closed; what was written stays in the sink, for its owner to remove.
 * @throws StudioError `disk-full`, `encoder-failed`, `render-stalled`, `file-damaged` and what the parts throw.
 */
export async function renderVideo(request: VideoRequest, parts: VideoParts): Promise<RenderedVideo> {
  const { timeline } = request;
  const frames = timeline.durationFrames;
  const progress = new ProgressReporter(parts.onProgress, () => performance.now());

  const opened = new OwnedResources();
  let bytes: number;
  try {
    progress.begin('preparing', 1);
    await parts.compositor.prepare(timeline);
    const soundtrack = await prepareSoundtrack(request, progress);
    const pipeline = await openPipeline(request, soundtrack, parts.sink, opened, () => progress.repeat());
    progress.begin('rendering', frames);
    await renderFrames(request, parts, pipeline, progress);
    progress.begin('finishing', 1);
    bytes = await finishFile(pipeline, parts.sink);
  } finally {
    await opened.close();
  }

  progress.begin('thumbnail', 1);
  const thumbnail = await drawThumbnail(timeline, parts);
  const durationSeconds = frameToSeconds(frames, timeline.frameRate);
  return { frames, durationSeconds, bytes, timings: progress.finish(), thumbnail };
}

interface Soundtrack {
  readonly plan: SoundtrackPlan;
  /** The finished sound from its beginning. */
  readonly start: () => AsyncGenerator<StereoChunk, void, undefined>;
}

/** Listens to the mix before anything is encoded: its gain depends on all of it. */
async function prepareSoundtrack(
  { timeline, settings, sounds }: VideoRequest,
  progress: ProgressReporter,
): Promise<Soundtrack> {
  const plan = planSoundtrack(timeline, settings.audio);
  const { sampleRate, totalSamples } = plan;
  const startMix = () => withoutTreble(renderSoundtrack(plan, soundOpener(sounds)), sampleRate);
  const passes = 2;
  progress.begin('measuring', passes * totalSamples);
  const gain = plan.sounds.length > 0 ? await measureGain(startMix, sampleRate, (done) => progress.advance(done)) : 0;
  return { plan, start: () => normaliseSoundtrack(startMix(), sampleRate, gain) };
}

interface Pipeline {
  readonly video: FrameEncoder;
  readonly sound: SoundtrackFeed;
  readonly writer: Mp4Writer;
}

/** Opens what the file needs, each part owned by `opened` from the moment it exists. */
async function openPipeline(
  request: VideoRequest,
  { plan, start }: Soundtrack,
  sink: ByteSink,
  opened: OwnedResources,
  onAlive: () => void,
): Promise<Pipeline> {
  const { timeline, settings } = request;
  const aac = await chooseAacEncoder(settings.audio);
  const writer = await openMp4(sink, {
    frameRate: timeline.frameRate,
    videoPackets: timeline.durationFrames,
    audioPackets: aacPacketCount(plan.totalSamples, aac),
  });
  opened.add(() => writer.cancel());
  const openVideo = request.videoEncoder === 'webcodecs' ? createWebCodecsEncoder : createFfmpegEncoder;
  const video = openVideo(settings, (packet, meta) => writer.addVideo(packet, meta), onAlive);
  opened.add(() => video.close());
  const audio = await openAacEncoder(aac, settings.audio, plan.totalSamples, (packet, meta) =>
    writer.addAudio(packet, meta),
  );
  opened.add(() => audio.close());
  const sound = new SoundtrackFeed(start(), audio);
  opened.add(() => sound.close());
  return { video, sound, writer };
}

async function renderFrames(
  { timeline, settings }: VideoRequest,
  { compositor, frameSource }: VideoParts,
  { video, sound }: Pipeline,
  progress: ProgressReporter,
): Promise<void> {
  await runRenderLoop({
    frames: timeline.durationFrames,
    sceneAt: (frame) => sceneAt(timeline, frame),
    frameSource,
    compositor,
    encoder: video,
    addSoundUntil: (frame) => sound.advanceTo(samplesUntilFrame(frame, timeline.frameRate, settings.audio.sampleRate)),
    onFrameDone: (done) => progress.advance(done),
  });
}

/** @returns the size of the file, which is on disk. */
async function finishFile({ video, sound, writer }: Pipeline, sink: ByteSink): Promise<number> {
  await video.finish();
  await sound.finish();
  const bytes = await writer.finish();
  sink.flush();
  return bytes;
}

async function drawThumbnail(timeline: Timeline, { compositor, frameSource }: VideoParts): Promise<Blob> {
  const frame = Math.min(frameAtSeconds(THUMBNAIL_SECONDS, timeline.frameRate), timeline.durationFrames - 1);
  const scene = sceneAt(timeline, frame);
  compositor.draw(scene, await frameSource.load(scene));
  return encodeThumbnail(compositor);
}
