import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenCueLaw } from '../captions/cue-laws.ts';
import { cueText } from '../captions/cue-text.ts';
import { CAPTION_LOOKS } from '../captions/looks.ts';
import type { Cue } from '../captions/transcript.ts';
import { audioAsset, imageAsset, lookupOf, videoAsset } from '../fixtures/assets.ts';
import { type CaptionTrack, NO_CAPTIONS } from '../project/captions.ts';
import { splitShot } from '../project/edit-shots.ts';
import { createProject, type ItemPlayback, type MediaItem, mediaItem, musicChoice } from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import { clipsOf, shotsOf } from '../timeline/timeline.ts';
import { frameToSeconds } from '../units.ts';
import {
  captionableSounds,
  cueRefOf,
  isSilenced,
  placeCues,
  soundRuns,
  soundTimeAt,
  videoTimeOf,
} from './plan-captions.ts';
import { plainSources } from './plan-sources.ts';
import { planTimeline } from './plan-timeline.ts';

const normal = renderSettings('9:16', 'normal');
const ASSETS = lookupOf(
  videoAsset('talk', 10, { hasAudio: true }),
  videoAsset('silent', 10),
  imageAsset('photo'),
  audioAsset('voice', 8),
);

/** One word for each second: `one` from 1.1 to 1.9 s, and so on. */
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const COUNTING: readonly Cue[] = NUMBERS.map((text, second) => {
  const [start, end] = [second + 0.1, second + 0.9];
  return { id: `c${second}`, start, end, words: [{ text, start, end, confidence: 1 }], lines: [0] };
});

const track = (assetId: string | null, cues = COUNTING): CaptionTrack => ({ assetId, cues });

function clip(id: string, playback: Partial<ItemPlayback>, lengthSeconds: number): MediaItem {
  const item = mediaItem(id, 'talk');
  return { ...item, lengthSeconds, playback: { ...item.playback, startSeconds: 0, ...playback } };
}

const photo = (id: string, lengthSeconds: number): MediaItem => ({ ...mediaItem(id, 'photo'), lengthSeconds });

function projectOf(items: readonly MediaItem[], tracks: readonly CaptionTrack[]) {
  const project = createProject('p', 0, 1);
  return { ...project, items, repeatItems: false, captions: { ...project.captions, tracks } };
}

function plan(items: readonly MediaItem[], tracks: readonly CaptionTrack[]) {
  return planTimeline(projectOf(items, tracks), plainSources(ASSETS), normal);
}

/** Words as they are seen, each with its time in the video. */
function seen(items: readonly MediaItem[], tracks: readonly CaptionTrack[]): [string, number][] {
  const timeline = plan(items, tracks);
  return clipsOf(timeline, 'caption').map(({ cue }) => [cueText(cue), Number(cue.start.toFixed(3))]);
}

describe('captions of a clip', () => {
  it('come with its shot, wherever that is moved to', () => {
    const talk = clip('t', { startSeconds: 2 }, 3);
    const first = seen([talk, photo('p', 2)], [track('talk')]);
    const last = seen([photo('p', 2), talk], [track('talk')]);
    expect(first).toEqual([
      ['two', 0.1],
      ['three', 1.1],
      ['four', 2.1],
    ]);
    expect(last).toEqual(first.map(([text, start]) => [text, start + 2]));
  });

  it('are those of the part that it is trimmed to', () => {
    expect(seen([clip('t', { startSeconds: 5 }, 2), photo('p', 2)], [track('talk')]).map(([text]) => text)).toEqual([
      'five',
      'six',
    ]);
  });

  it('lose a word whose greater part is cut away, and keep one whose lesser part is', () => {
    const texts = (startSeconds: number) =>
      seen([clip('t', { startSeconds }, 2), photo('p', 2)], [track('talk')]).map(([text]) => text);
    expect(texts(2.6)).toEqual(['three', 'four']);
    expect(texts(2.4)).toEqual(['two', 'three']);
  });

  it('follow its speed', () => {
    const fast = clip('t', { mode: 'speed', startSeconds: 0, endSeconds: 8 }, 4);
    expect(seen([fast], [track('talk')]).slice(0, 3)).toEqual([
      ['zero', 0.05],
      ['one', 0.55],
      ['two', 1.05],
    ]);
  });

  it('come again each time it starts over, under ids of their own', () => {
    const loop = clip('t', { mode: 'loop', startSeconds: 7 }, 8);
    const timeline = plan([loop], [track('talk')]);
    const cues = clipsOf(timeline, 'caption').map(({ cue }) => cue);
    expect(cues.map((cue) => [cueText(cue), cue.start.toFixed(1)])).toEqual([
      ['seven', '0.1'],
      ['seven', '3.1'],
      ['seven', '6.1'],
    ]);
    expect(new Set(cues.map(({ id }) => id)).size).toBe(3);
    const { captions } = projectOf([loop], [track('talk')]);
    for (const { id } of cues) expect(cueRefOf(captions, id)).toEqual({ assetId: 'talk', cueId: 'c7' });
    expect(cueRefOf(captions, 'talk/c99')).toBeNull();
  });

  it('stay where they are when its shot is split', () => {
    const before = projectOf([clip('t', {}, 6)], [track('talk')]);
    const timeline = planTimeline(before, plainSources(ASSETS), normal);
    const { project: after } = splitShot(before, { timeline, shot: 0 }, 90, () => 'half');
    const text = (project: typeof before) =>
      clipsOf(planTimeline(project, plainSources(ASSETS), normal), 'caption').map(({ cue }) => cueText(cue));
    expect(text(after)).toEqual(text(before));
    expect(shotsOf(planTimeline(after, plainSources(ASSETS), normal))).toHaveLength(2);
  });

  it('are gone with its last shot, and not forgotten', () => {
    expect(seen([photo('p', 4)], [track('talk')])).toEqual([]);
  });
});

describe('captions of a clip whose sound is left out', () => {
  const talk = clip('t', { startSeconds: 2 }, 3);
  const silenced = { ...talk, sound: { ...talk.sound, muted: true } };
  const kept = { ...talk, sound: { ...talk.sound, muted: false } };
  const withMusic = (item: MediaItem) => {
    const project = { ...projectOf([item], [track('talk')]), music: musicChoice('voice') };
    const timeline = planTimeline(project, plainSources(ASSETS), normal);
    return clipsOf(timeline, 'caption').map(({ cue }) => cueText(cue));
  };

  it('are not shown, as nobody hears what they say', () => {
    expect(seen([silenced], [track('talk')])).toEqual([]);
    expect(seen([talk], [track('talk')])).toHaveLength(3);
  });

  it('stay under music, which makes room for what they say, unless the person mutes the clip', () => {
    expect(withMusic(talk)).toHaveLength(3);
    expect(withMusic(kept)).toHaveLength(3);
    expect(withMusic(silenced)).toEqual([]);
  });

  it('stay with another shot of it that is heard', () => {
    const texts = seen([silenced, clip('u', { startSeconds: 2 }, 3)], [track('talk')]);
    expect(texts).toEqual([
      ['two', 3.1],
      ['three', 4.1],
      ['four', 5.1],
    ]);
  });

  it('are said not to be shown only where no shot of it is heard', () => {
    expect(isSilenced(projectOf([silenced], []), 'talk')).toBe(true);
    expect(isSilenced(projectOf([silenced, kept], []), 'talk')).toBe(false);
    expect(isSilenced(projectOf([photo('p', 4)], []), 'talk')).toBe(false);
  });

  it('are not offered to be written', () => {
    expect(captionableSounds(projectOf([silenced], []), ASSETS)).toEqual([]);
    expect(captionableSounds(projectOf([silenced, kept], []), ASSETS)).toEqual(['talk']);
  });
});

describe('captions of the music and of the video itself', () => {
  it('stand where the music says them', () => {
    const project = { ...projectOf([photo('p', 4)], [track('voice')]), music: musicChoice('voice') };
    const timeline = planTimeline(project, plainSources(ASSETS), normal);
    expect(clipsOf(timeline, 'caption').map(({ cue }) => cueText(cue))).toEqual(NUMBERS.slice(0, 4));
  });

  it('end with the video, and lie over its text', () => {
    const timeline = plan([photo('p', 4)], [track(null)]);
    expect(clipsOf(timeline, 'caption').map(({ cue }) => cueText(cue))).toEqual(NUMBERS.slice(0, 4));
    const names = timeline.tracks.map(({ name }) => name);
    expect(names.indexOf('captions')).toBe(names.indexOf('text') + 1);
  });

  it('take turns where both say something at once', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 9, noNaN: true }), fc.integer({ min: 4, max: 20 }), (start, length) => {
        const timeline = plan([clip('t', { mode: 'loop', startSeconds: start }, length)], [track('talk'), track(null)]);
        const cues = clipsOf(timeline, 'caption').map(({ cue }) => cue);
        const duration = frameToSeconds(timeline.durationFrames, timeline.frameRate);
        expect(brokenCueLaw(cues, duration)).toBeNull();
      }),
    );
  });
});

describe('the look of captions', () => {
  const withLook = (motion: boolean) => {
    const project = projectOf([photo('p', 4)], [track(null)]);
    const look = { preset: 'karaoke', changes: { fontPixels: 99, anchor: 8 } } as const;
    const dressed = { ...project, captions: { ...project.captions, look } };
    const timeline = planTimeline(dressed, plainSources(ASSETS), { ...normal, motion });
    return clipsOf(timeline, 'caption')[0]?.look;
  };

  it('is the chosen one with what was changed of it', () => {
    expect(withLook(true)).toEqual({ ...CAPTION_LOOKS.karaoke, fontPixels: 99, anchor: 8 });
  });

  it('holds still where the video does', () => {
    expect(withLook(false)?.animation).toBe('none');
  });
});

describe('times of a sound and of the video', () => {
  it('lead to each other and back', () => {
    const runs = soundRuns(plan([photo('p', 2), clip('t', { startSeconds: 3 }, 4)], []));
    expect(videoTimeOf(runs, 'talk', 4.5)).toBeCloseTo(3.5);
    expect(soundTimeAt(runs, 'talk', 3.5)).toBeCloseTo(4.5);
    expect(videoTimeOf(runs, 'talk', 1)).toBeNull();
    expect(soundTimeAt(runs, 'talk', 1)).toBeNull();
    expect(videoTimeOf(runs, null, 5)).toBe(5);
  });

  it('keep the lines of a caption of which words are left out', () => {
    const words = NUMBERS.map((text, index) => ({ text, start: index, end: index + 0.5, confidence: 1 }));
    const cue: Cue = { id: 'c', start: 0, end: 8, words, lines: [0, 2, 5] };
    const runs = [{ assetId: 'talk', start: 0, end: 4, soundStart: 3, speed: 1 }];
    const [placed] = placeCues({ ...NO_CAPTIONS, tracks: [track('talk', [cue])] }, runs);
    expect(placed && cueText(placed.cue)).toBe('three four\nfive six');
  });
});

it('captions can be made of the music, and of clips that nobody muted', () => {
  const muted = (item: MediaItem) => ({ ...item, sound: { ...item.sound, muted: true } });
  const items = [mediaItem('a', 'photo'), mediaItem('b', 'talk'), mediaItem('c', 'silent'), mediaItem('d', 'talk')];
  const project = { ...projectOf(items, []), music: musicChoice('voice') };
  expect(captionableSounds(project, ASSETS)).toEqual(['voice', 'talk']);
  expect(captionableSounds({ ...project, items: items.map(muted) }, ASSETS)).toEqual(['voice']);
});
