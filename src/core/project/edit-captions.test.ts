import { describe, expect, it } from 'vitest';
import type { Cue } from '../captions/transcript.ts';
import { captionLookOf, cuesOfTrack } from './captions.ts';
import { changeAllCues, changeCaptionLook, changeCues, chooseCaptionLook, keepSound } from './edit-captions.ts';
import { createProject, isMuted, mediaItem } from './project.ts';

const EMPTY = createProject('p', 0, 1);
const CUE: Cue = {
  id: 'c1',
  start: 0,
  end: 1,
  words: [{ text: 'gold', start: 0, end: 1, confidence: 1 }],
  lines: [0],
};

describe('captions of a project', () => {
  it('belong to the sound that says them', () => {
    const project = changeCues(
      changeCues(EMPTY, 'song', () => [CUE]),
      null,
      () => [CUE],
    );
    expect(project.captions.tracks.map(({ assetId }) => assetId)).toEqual(['song', null]);
    expect(cuesOfTrack(project.captions, 'song')).toEqual([CUE]);
    expect(cuesOfTrack(project.captions, 'other')).toEqual([]);
  });

  it('leave no empty track behind', () => {
    const project = changeCues(EMPTY, 'song', () => [CUE]);
    expect(changeCues(project, 'song', () => []).captions).toEqual(EMPTY.captions);
    expect(changeCues(EMPTY, 'song', () => [])).toBe(EMPTY);
  });

  it('make no new project where nothing changes, so that there is nothing to undo', () => {
    const project = changeCues(EMPTY, 'song', () => [CUE]);
    expect(changeAllCues(project, (cues) => cues)).toBe(project);
  });
});

it('a clip whose captions are hidden is heard again in all of its shots, and in no other', () => {
  const muted = (id: string, assetId: string) => ({ ...mediaItem(id, assetId), sound: { muted: true, gainDb: -3 } });
  const project = { ...EMPTY, items: [muted('a', 'talk'), muted('b', 'sea'), muted('c', 'talk')] };
  const { items } = keepSound(project, 'talk');
  expect(items.map((item) => isMuted(project, item))).toEqual([false, true, false]);
  expect(items.map(({ sound }) => sound.gainDb)).toEqual([-3, -3, -3]);
});

describe('the look of captions', () => {
  it('is changed bit by bit, and another look comes without those changes', () => {
    const big = changeCaptionLook(changeCaptionLook(EMPTY, { fontPixels: 90 }), { fill: '#FF0000' });
    expect(captionLookOf(big.captions.look)).toMatchObject({ fontPixels: 90, fill: '#FF0000' });
    expect(chooseCaptionLook(big, 'boxed').captions.look).toEqual({ preset: 'boxed', changes: {} });
  });
});
