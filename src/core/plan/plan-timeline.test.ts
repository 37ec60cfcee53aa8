import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audioAsset, imageAsset, lookupOf, videoAsset } from '../fixtures/assets.ts';
import { CENTRE } from '../geometry.ts';
import type { MediaAsset } from '../media/asset.ts';
import { NO_CAPTIONS } from '../project/captions.ts';
import { logoOf } from '../project/logo.ts';
import {
  createProject,
  DEFAULT_SOUND,
  mediaItem,
  musicChoice,
  type Project,
  type SoundMix,
} from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import { clipsOf } from '../timeline/timeline.ts';
import { motionOf } from './motion-of.ts';
import { plainSources } from './plan-sources.ts';
import { planTimeline } from './plan-timeline.ts';
import { plannedSeconds } from './planned-length.ts';

const normal = renderSettings('9:16', 'normal');

function projectOf(photos: number, changes: Partial<Project> = {}): Project {
  const items = Array.from({ length: photos }, (_, index) => mediaItem(`item-${index}`, `photo-${index}`));
  return { ...createProject('p', 0, 7), items, ...changes };
}

function photoAssets(count: number) {
  return Array.from({ length: count }, (_, index) => imageAsset(`photo-${index}`));
}

describe('the length of a video', () => {
  it('follows the music, up to 30 seconds', () => {
    const assets = lookupOf(...photoAssets(5), audioAsset('short', 12.5), audioAsset('long', 200));
    expect(plannedSeconds(projectOf(5, { music: musicChoice('short') }), assets)).toBe(12.5);
    expect(plannedSeconds(projectOf(5, { music: musicChoice('long') }), assets)).toBe(30);
  });

  it('gives each photo four seconds without music', () => {
    expect(plannedSeconds(projectOf(3), lookupOf(...photoAssets(3)))).toBe(12);
  });

  it('is what the person asked for, within the limits', () => {
    const assets = lookupOf(...photoAssets(1));
    expect(plannedSeconds(projectOf(1, { lengthSeconds: 120 }), assets)).toBe(120);
    expect(plannedSeconds(projectOf(1, { lengthSeconds: 5000 }), assets)).toBe(600);
  });
});

describe('the plan', () => {
  it('shows every photo once, without a gap or an overlap, to the exact frame', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 4, max: 600 }), (count, lengthSeconds) => {
        const timeline = planTimeline(
          projectOf(count, { lengthSeconds }),
          plainSources(lookupOf(...photoAssets(count))),
          normal,
        );
        const clips = clipsOf(timeline, 'image');
        expect(clips.map((clip) => clip.assetId)).toEqual(photoAssets(count).map((asset) => asset.id));
        let end = 0;
        for (const clip of clips) {
          expect(clip.start).toBe(end);
          end += clip.durationFrames;
        }
        expect(end).toBe(timeline.durationFrames);
        expect(end).toBe(lengthSeconds * 30);
      }),
    );
  });

  it('plans five photos over 30 seconds as five runs of 180 frames that grow by 5 %', () => {
    const timeline = planTimeline(
      projectOf(5, { lengthSeconds: 30 }),
      plainSources(lookupOf(...photoAssets(5))),
      normal,
    );
    expect(timeline.durationFrames).toBe(900);
    for (const clip of clipsOf(timeline, 'image')) {
      expect(clip.durationFrames).toBe(180);
      expect([clip.motion.from.zoom, clip.motion.to.zoom]).toEqual([1, 1.05]);
    }
  });

  it('holds everything still in freeze mode', () => {
    const assets = lookupOf(...photoAssets(1), videoAsset('smoke', 4));
    const project = projectOf(1, { atmosphere: { kind: 'custom', assetId: 'smoke' } });
    const timeline = planTimeline(project, plainSources(assets), renderSettings('9:16', 'freeze'));
    expect(clipsOf(timeline, 'image')[0]?.motion).toEqual(motionOf('none', CENTRE));
    expect(clipsOf(timeline, 'overlay')[0]?.moving).toBe(false);
  });

  it('stacks atmosphere, content, frame, logo, text and captions in this order', () => {
    const timeline = planTimeline(projectOf(1, { hook: 'Hello' }), plainSources(lookupOf(...photoAssets(1))), normal);
    expect(timeline.tracks.map((track) => track.name)).toEqual([
      'atmosphere',
      'content',
      'frame',
      'logo',
      'text',
      'captions',
      'music',
      'clip-sound',
    ]);
  });

  it('leaves out a logo that is gone', () => {
    const project = projectOf(1, { logo: logoOf('mark') });
    const logosWith = (...more: MediaAsset[]) =>
      clipsOf(planTimeline(project, plainSources(lookupOf(...photoAssets(1), ...more)), normal), 'logo');
    expect(logosWith()).toEqual([]);
    expect(logosWith(imageAsset('mark'))).toMatchObject([{ assetId: 'mark', opacity: 1 }]);
  });

  it('has no text clip for a hook of spaces', () => {
    const timeline = planTimeline(projectOf(1, { hook: ' \n ' }), plainSources(lookupOf(...photoAssets(1))), normal);
    expect(clipsOf(timeline, 'text')).toEqual([]);
  });

  it('plays a clip whole and loops it where its slot is longer', () => {
    const assets = lookupOf(videoAsset('clip', 4, { hasAudio: true }));
    const project = { ...projectOf(0, { lengthSeconds: 6 }), items: [mediaItem('a', 'clip')] };
    const timeline = planTimeline(project, plainSources(assets), normal);
    expect(clipsOf(timeline, 'video')[0]).toMatchObject({ playback: { startSeconds: 0, speed: 1, atEnd: 'loop' } });
    expect(clipsOf(timeline, 'audio')).toMatchObject([{ role: 'clip', durationFrames: 180 }]);
  });

  it('mutes the clips under music, unless the person keeps their sound', () => {
    const assets = lookupOf(videoAsset('clip', 4, { hasAudio: true }), audioAsset('song', 10));
    const item = mediaItem('a', 'clip');
    const roles = (muted: boolean | null) => {
      const items = [{ ...item, sound: { muted, gainDb: -6 } }];
      const project = projectOf(0, { items, music: musicChoice('song') });
      return clipsOf(planTimeline(project, plainSources(assets), normal), 'audio').map(({ role, gainDb }) => [
        role,
        gainDb,
      ]);
    };
    expect(roles(null)).toEqual([['music', 0]]);
    expect(roles(false)).toEqual([
      ['music', 0],
      ['clip', -6],
    ]);
  });

  it('keeps a clip that captions say speaks, and lowers the music under it', () => {
    const assets = lookupOf(videoAsset('clip', 4, { hasAudio: true }), audioAsset('song', 10));
    const word = { text: 'Hello', start: 1, end: 2, confidence: 1 };
    const cues = [{ id: 'c1', start: 1, end: 2, words: [word], lines: [0] }];
    const sounds = (assetId: string | null, muted: boolean | null, sound = DEFAULT_SOUND) => {
      const items = [{ ...mediaItem('a', 'clip'), sound: { muted, gainDb: 0 } }];
      const captions = { ...NO_CAPTIONS, tracks: [{ assetId, cues }] };
      const project = projectOf(0, { items, music: musicChoice('song'), captions, sound });
      return clipsOf(planTimeline(project, plainSources(assets), normal), 'audio').map(({ role, duckDb }) => [
        role,
        duckDb,
      ]);
    };
    const ducked = DEFAULT_SOUND.duckDb;
    expect(sounds('clip', null)).toEqual([
      ['music', ducked],
      ['clip', 0],
    ]);
    expect(sounds('clip', null, { ...DEFAULT_SOUND, ducking: 'none' })).toEqual([
      ['music', 0],
      ['clip', 0],
    ]);
    expect(sounds('clip', true)).toEqual([['music', ducked]]);
    expect(sounds(null, null)).toEqual([['music', ducked]]);
    expect(sounds('song', null)).toEqual([['music', ducked]]);
  });

  it('ducks the one that the person puts below, by as much as was asked for', () => {
    const assets = lookupOf(videoAsset('clip', 4, { hasAudio: true }), audioAsset('song', 10));
    const items = [{ ...mediaItem('a', 'clip'), sound: { muted: false, gainDb: 0 } }];
    const ducks = (ducking: SoundMix['ducking']) => {
      const project = projectOf(0, { items, music: musicChoice('song'), sound: { ducking, duckDb: 9 } });
      return clipsOf(planTimeline(project, plainSources(assets), normal), 'audio').map(({ duckDb }) => duckDb);
    };
    expect(ducks('music-under-clips')).toEqual([9, 0]);
    expect(ducks('clips-under-music')).toEqual([0, 9]);
    expect(ducks('none')).toEqual([0, 0]);
  });

  it('names the missing file rather than planning without it', () => {
    expect(() => planTimeline(projectOf(2), plainSources(lookupOf(...photoAssets(1))), normal)).toThrow(
      'no longer in the library',
    );
  });
});
