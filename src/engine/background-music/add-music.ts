import {
  MUSIC_TRACK,
  type MusicLevels,
  type MusicParts,
  type MusicPlan,
  OWN_SOUND,
  planMusic,
} from '#core/audio/music-plan.ts';
import type { AudioSettings } from '#core/render/settings.ts';
import { openTrack, type TrackDecoder } from '../audio/decode-track.ts';
import type { OpenSound } from '../audio/soundtrack.ts';
import type { ByteSink } from '../export/byte-sink.ts';
import { OwnedResources } from '../export/owned-resources.ts';
import { copyPictures } from '../video-file/copy-pictures.ts';
import { MixedSound, soundEncodingFor } from '../video-file/mixed-sound.ts';
import { type OpenVideo, openVideo, type VideoFile, videoMetadata } from '../video-file/open-video.ts';
import { type VideoContainer, VideoWriter } from '../video-file/video-writer.ts';
import { findHeard, measureTrack } from './listen.ts';
import { mixMusic } from './mix-music.ts';
import { musicContainer } from './music-container.ts';

export interface MusicRequest {
  readonly file: VideoFile;
  readonly track: VideoFile;
  readonly levels: MusicLevels;
  /** Of the new file's sound. */
  readonly audio: AudioSettings;
}

export interface MusicReport {
  readonly step: 'listening' | 'mixing';
  /** Of sound, of `total` in all. */
  readonly seconds: number;
  readonly total: number;
}

export interface WrittenMusicVideo {
  readonly bytes: number;
  readonly frames: number;
  readonly container: VideoContainer;
}

/** What the new file's length, kind and sound follow from. */
export interface MusicVideoFacts {
  /** Of the file: of its pictures, or its sound where that is longer. */
  readonly durationSeconds: number;
  readonly container: VideoContainer;
  readonly hasSound: boolean;
}

/**
 * Puts music under a video. Its pictures are taken over packet by packet; its sound is decoded, mixed with the track, which
 * starts over until the video ends, and encoded again.
 * @returns when the file is on disk. After an error what was written stays in the sink, for its owner to remove.
 * @throws StudioError naming the file; `encoder-failed`, `disk-full`.
 */
export async function addMusic(
  request: MusicRequest,
  sink: ByteSink,
  onProgress: (report: MusicReport) => void,
): Promise<WrittenMusicVideo> {
  const opened = new OwnedResources();
  try {
    const video = await openVideo(request.file);
    opened.add(() => video.input.dispose());
    const facts = await musicVideoFacts(video);
    const { container } = facts;
    const plan = await planFor(request, video, facts, onProgress);
    const encoding = await soundEncodingFor(container, request.audio, plan.own.totalSamples);
    const writer = await VideoWriter.open(sink, {
      container,
      video: { codec: video.codec, metadata: videoMetadata(video, container) },
      sounds: [encoding],
      text: null,
      tags: video.tags,
    });
    opened.add(() => writer.cancel());
    const sound = await MixedSound.open(writer, encoding, mixMusic(plan, openerOf(request)));
    opened.add(() => sound.close());
    const total = plan.own.totalSamples / plan.own.sampleRate;
    const beside = async (time: number) => {
      await sound.bringTo(time);
      onProgress({ step: 'mixing', seconds: Math.min(time, total), total });
    };
    const frames = await copyPictures(video, writer, beside, () => undefined);
    await sound.bringTo(Number.POSITIVE_INFINITY);
    const bytes = await writer.finish();
    sink.flush();
    return { bytes, frames, container };
  } finally {
    await opened.close();
  }
}

/** @throws StudioError as `openVideo`. */
export async function describeMusicVideo(file: VideoFile): Promise<MusicVideoFacts> {
  const video = await openVideo(file);
  try {
    return await musicVideoFacts(video);
  } finally {
    video.input.dispose();
  }
}

async function musicVideoFacts(video: OpenVideo): Promise<MusicVideoFacts> {
  const ends = await Promise.all(video.sounds.map((sound) => sound.computeDuration()));
  return {
    durationSeconds: Math.max(video.end, ...ends) - video.shift,
    container: musicContainer(video),
    hasSound: video.sounds.length > 0,
  };
}

/** Listens to what has to be known before the mix can begin. */
async function planFor(
  request: MusicRequest,
  video: OpenVideo,
  { durationSeconds, hasSound }: MusicVideoFacts,
  onProgress: (report: MusicReport) => void,
): Promise<MusicPlan> {
  const { track, levels, audio } = request;
  const { sampleRate } = audio;
  const ducks = hasSound && levels.duckDb > 0;
  const total = (ducks ? 2 : 1) * durationSeconds;
  const listened = (seconds: number) => onProgress({ step: 'listening', seconds: Math.min(seconds, total), total });
  const parts: MusicParts = {
    sampleRate,
    totalSamples: Math.round(durationSeconds * sampleRate),
    trackSamples: Math.round((await trackSeconds(track, durationSeconds, listened)) * sampleRate),
    // Decoders count from the first picture, the new file from whatever begins first.
    ownStartSeconds: hasSound ? video.shift - video.start : null,
    heard: [],
    levels,
  };
  const plan = planMusic(parts);
  if (!ducks) return plan;
  const heard = await findHeard(plan.own, openerOf(request), (seconds) => listened(durationSeconds + seconds));
  return planMusic({ ...parts, heard });
}

async function trackSeconds(
  { name, bytes }: VideoFile,
  enough: number,
  onSeconds: (seconds: number) => void,
): Promise<number> {
  const track = await openTrack(bytes, name);
  try {
    return await measureTrack(track, name, enough, onSeconds);
  } finally {
    track.dispose();
  }
}

function openerOf({ file, track }: MusicRequest): OpenSound {
  const files: Readonly<Record<string, VideoFile>> = { [OWN_SOUND]: file, [MUSIC_TRACK]: track };
  return (id): Promise<TrackDecoder> => {
    const sound = files[id];
    if (!sound) throw new Error(`No sound is named ${id}.`);
    return openTrack(sound.bytes, sound.name);
  };
}
