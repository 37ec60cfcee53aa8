import { captionClips } from '../captions/caption-clips.ts';
import { SHORTEST_CUE_SECONDS } from '../captions/edit.ts';
import { settleCues } from '../captions/settle.ts';
import type { Cue } from '../captions/transcript.ts';
import { clamp } from '../geometry.ts';
import type { AssetId } from '../media/asset.ts';
import { type Captions, type CueRef, captionLookOf } from '../project/captions.ts';
import { isMuted, type Project } from '../project/project.ts';
import type { RenderSettings } from '../render/settings.ts';
import { type CaptionClip, clipsOf, type Playback, type Timeline } from '../timeline/timeline.ts';
import { frameToSeconds } from '../units.ts';
import type { AssetLookup } from './plan-sources.ts';

/**
 * Captions are kept in the time of the sound that says them. Here they get the time of the video: they come and go with
 * the shots of their clip, as often as it is shown, and only what is shown of it.
 */

/** A stretch of the video during which one clock runs along with it. All times in seconds. */
export interface SoundRun {
  /** Null is the video's own clock. */
  readonly assetId: AssetId | null;
  /** In the video. */
  readonly start: number;
  readonly end: number;
  /** Time of the sound at `start`. */
  readonly soundStart: number;
  /** Seconds of the sound per second of the video, above 0. */
  readonly speed: number;
}

/** One caption as often as it is on, in the time of the video. */
export interface PlacedCue {
  readonly assetId: AssetId | null;
  /** Of the caption in its track; `cue` has an id of its own. */
  readonly cueId: string;
  readonly cue: Cue;
}

/** When what is heard. A clip that is shown without its sound says nothing. */
export function soundRuns(timeline: Timeline): SoundRun[] {
  const { frameRate, durationFrames } = timeline;
  const own = { assetId: null, start: 0, end: frameToSeconds(durationFrames, frameRate), soundStart: 0, speed: 1 };
  const sounding = clipsOf(timeline, 'audio').flatMap((clip) => {
    const start = frameToSeconds(clip.start, frameRate);
    const length = frameToSeconds(clip.durationFrames, frameRate);
    return runsOf(clip.playback, length).map((run) => ({
      ...run,
      assetId: clip.assetId,
      start: start + run.start,
      end: start + run.end,
    }));
  });
  return [own, ...sounding];
}

/** Runs of a clip's source in `length` seconds, from the clip's own start: one, and one more for each time it starts over. */
function runsOf({ startSeconds, speed, endSeconds, atEnd, loopStartSeconds }: Playback, length: number) {
  const runs: Omit<SoundRun, 'assetId'>[] = [];
  if (!(speed > 0)) return runs;
  let soundStart: number = startSeconds;
  for (let start = 0; start < length && soundStart < endSeconds; soundStart = loopStartSeconds) {
    const end = Math.min(length, start + (endSeconds - soundStart) / speed);
    runs.push({ start, end, soundStart, speed });
    if (atEnd === 'hold') break;
    start = end;
  }
  return runs;
}

/** Every caption where it is on. They may overlap where two sounds are on at once. */
export function placeCues({ tracks }: Captions, runs: readonly SoundRun[]): PlacedCue[] {
  return tracks.flatMap(({ assetId, cues }) =>
    runs
      .filter((run) => run.assetId === assetId)
      .flatMap((run) =>
        cues.flatMap((cue): PlacedCue[] => {
          const placed = cueInRun(cue, run);
          return placed ? [{ assetId, cueId: cue.id, cue: placed }] : [];
        }),
      ),
  );
}

/** What is heard of a caption in a run; null for nothing. A word that is cut belongs to where its middle is. */
function cueInRun(cue: Cue, run: SoundRun): Cue | null {
  const soundEnd = run.soundStart + (run.end - run.start) * run.speed;
  if (cue.end <= run.soundStart || cue.start >= soundEnd) return null;
  const isHeard = cue.words.map(({ start, end }) => {
    const middle = (start + end) / 2;
    return middle >= run.soundStart && middle < soundEnd;
  });
  const timeOf = (time: number) => clamp(run.start + (time - run.soundStart) / run.speed, run.start, run.end);
  const [start, end] = [timeOf(cue.start), timeOf(cue.end)];
  if (!isHeard.includes(true) || end - start < SHORTEST_CUE_SECONDS) return null;
  const words = cue.words
    .filter((_, index) => isHeard[index])
    .map((word) => ({ ...word, start: timeOf(word.start), end: timeOf(word.end) }));
  return { ...cue, id: nameOf(run.assetId, cue), start, end, words, lines: keptLines(cue, isHeard) };
}

/** Where lines begin once words are left out. */
function keptLines({ lines }: Cue, isKept: readonly boolean[]): number[] {
  const before = lines.map((first) => isKept.slice(0, first).filter(Boolean).length);
  const count = isKept.filter(Boolean).length;
  return [...new Set(before)].filter((first) => first < count);
}

/** The captions as the video shows them: in order, one at a time. */
export function videoCues(captions: Captions, timeline: Timeline): Cue[] {
  const placed = placeCues(captions, soundRuns(timeline)).map(({ cue }) => cue);
  return settleCues(placed, frameToSeconds(timeline.durationFrames, timeline.frameRate));
}

/** @param timeline with everything but its captions. */
export function plannedCaptions({ captions }: Project, timeline: Timeline, { motion }: RenderSettings): CaptionClip[] {
  const look = captionLookOf(captions.look);
  const shown = motion ? look : { ...look, animation: 'none' as const };
  return captionClips(
    videoCues(captions, timeline),
    { look: shown, speakers: captions.speakers },
    timeline.frameRate,
    timeline.durationFrames,
  );
}

/** Which caption of the project a caption of the timeline shows, by its id there; null where it is gone. */
export function cueRefOf({ tracks }: Captions, id: string): CueRef | null {
  for (const { assetId, cues } of tracks) {
    const shown = cues.find((cue) => {
      const name = nameOf(assetId, cue);
      // What is on more than once has a number behind its name (`settleCues`).
      return id === name || (id.startsWith(`${name}-`) && /^\d+$/.test(id.slice(name.length + 1)));
    });
    if (shown) return { assetId, cueId: shown.id };
  }
  return null;
}

function nameOf(assetId: AssetId | null, { id }: Cue): string {
  return `${assetId ?? 'video'}/${id}`;
}

/** When a moment of a sound is first on in the video, in seconds; null where it is not. */
export function videoTimeOf(runs: readonly SoundRun[], assetId: AssetId | null, time: number): number | null {
  for (const run of runs) {
    const at = run.start + (time - run.soundStart) / run.speed;
    if (run.assetId === assetId && at >= run.start && at < run.end) return at;
  }
  return null;
}

/** What time it is for a sound at a moment of the video, in seconds; null where it is not on. */
export function soundTimeAt(runs: readonly SoundRun[], assetId: AssetId | null, time: number): number | null {
  const run = runs.find((each) => each.assetId === assetId && time >= each.start && time < each.end);
  return run ? run.soundStart + (time - run.start) * run.speed : null;
}

/**
 * The sounds of a project that may say something: its music, and each clip that nobody muted, in their order. A clip that
 * gives way to music is heard again once it has captions.
 */
export function captionableSounds(project: Project, assets: AssetLookup): AssetId[] {
  const clips = project.items
    .filter((item) => {
      const facts = assets.get(item.assetId)?.facts;
      return facts?.kind === 'video' && facts.hasAudio && item.sound.muted !== true;
    })
    .map(({ assetId }) => assetId);
  return [...new Set([...(project.music ? [project.music.assetId] : []), ...clips])];
}

/** Whether the video shows a sound's clip, but never lets it be heard: its captions are not shown then. */
export function isSilenced(project: Project, assetId: AssetId): boolean {
  const shots = project.items.filter((item) => item.assetId === assetId);
  return shots.length > 0 && shots.every((item) => isMuted(project, item));
}
