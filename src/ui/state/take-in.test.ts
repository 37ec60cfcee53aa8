import { describe, expect, it } from 'vitest';
import { audioAsset, imageAsset, videoAsset } from '#core/fixtures/assets.ts';
import { DEFAULT_LIMITS } from '#core/limits.ts';
import type { MediaAsset, MediaFacts } from '#core/media/asset.ts';
import { createProject, type Project } from '#core/project/project.ts';
import { type Purpose, type TakenIn, takeIn } from './take-in.ts';

const { facts: IMAGE } = imageAsset('image', { format: 'png', hasAlpha: true });
const { facts: SONG } = audioAsset('song', 60);
const { facts: CLIP } = videoAsset('clip', 5, { size: { width: 1080, height: 1920 } });

const asset = (name: string, facts: MediaFacts): MediaAsset => ({
  id: `asset of ${name}`,
  hash: name,
  name,
  mimeType: '',
  bytes: 1,
  facts,
  rendition: null,
  importedAt: 0,
});

function take(assets: MediaAsset[], purpose: Purpose = 'any', photosBefore = 0) {
  let id = 0;
  const newId = () => `photo ${++id}`;
  const old = Array.from({ length: photosBefore }, (_, index) => asset(`old ${index}`, IMAGE));
  const before = takeAll(createProject('p', 0, 1), old, 'any', newId);
  return takeAll(before.project, assets, purpose, newId);
}

describe('a replacement', () => {
  const { project } = take([asset('a.jpg', IMAGE), asset('b.jpg', IMAGE)]);
  const tools = { newId: () => 'unused', limits: DEFAULT_LIMITS };

  it('takes the place of a photo, and nothing else changes', () => {
    const after = takeIn(project, asset('c.mp4', CLIP), { replaces: 'photo 1' }, [], tools);
    expect(after.project.items.map((item) => [item.id, item.assetId])).toEqual([
      ['photo 1', 'asset of c.mp4'],
      ['photo 2', 'asset of b.jpg'],
    ]);
  });
  it('is never a song', () => {
    const after = takeIn(project, asset('song.mp3', SONG), { replaces: 'photo 1' }, [], tools);
    expect(after.project).toBe(project);
    expect(after.refused[0]?.message).toMatch(/song.mp3 was not used: a video takes a photo or a clip/);
  });
});

function takeAll(project: Project, assets: readonly MediaAsset[], purpose: Purpose, newId: () => string): TakenIn {
  const used: MediaAsset[] = [];
  return assets.reduce<TakenIn>(
    (before, one) => {
      const after = takeIn(before.project, one, purpose, used, { newId, limits: DEFAULT_LIMITS });
      if (after.refused.length === 0) used.push(one);
      return { project: after.project, refused: [...before.refused, ...after.refused] };
    },
    { project, refused: [] },
  );
}

describe('giving imported files their place', () => {
  it('puts photos and clips in order, and the song under them', () => {
    const { project, refused } = take([
      asset('b.png', IMAGE),
      asset('s.mp3', SONG),
      asset('a.png', IMAGE),
      asset('c.mp4', CLIP),
    ]);
    expect(project.items.map((item) => item.assetId)).toEqual(['asset of b.png', 'asset of a.png', 'asset of c.mp4']);
    expect(project.music?.assetId).toBe('asset of s.mp3');
    expect(project.atmosphere.kind).toBe('preset');
    expect(refused).toEqual([]);
  });

  it('takes a clip as the atmosphere when asked to', () => {
    const { project } = take([asset('c.mp4', CLIP)], 'atmosphere');
    expect(project.atmosphere).toEqual({ kind: 'custom', assetId: 'asset of c.mp4' });
  });

  it('leaves out the eleventh photo alone, naming file, rule and value', () => {
    const { project, refused } = take(
      [asset('ten.png', IMAGE), asset('eleven.png', IMAGE), asset('s.mp3', SONG)],
      'any',
      9,
    );
    expect(project.items).toHaveLength(10);
    expect(project.music).not.toBeNull();
    expect(refused.map((error) => error.toRecord())).toMatchObject([
      { code: 'too-many-items', details: { file: 'eleven.png', rule: 'at most 10 photos and clips', value: 11 } },
    ]);
  });

  it('uses the first of two songs, and says so of the second', () => {
    const { project, refused } = take([asset('one.mp3', SONG), asset('two.mp3', SONG)]);
    expect(project.music?.assetId).toBe('asset of one.mp3');
    expect(refused.map((error) => error.details.file)).toEqual(['two.mp3']);
  });

  it('takes a picture as the frame when asked to, even beside ten photos', () => {
    const { project, refused } = take([asset('frame.png', IMAGE)], 'frame', 10);
    expect(project.frame).toEqual({ kind: 'custom', assetId: 'asset of frame.png' });
    expect(project.items).toHaveLength(10);
    expect(refused).toEqual([]);
  });

  it('refuses a file of another kind than was asked for', () => {
    const { project, refused } = take([asset('photo.png', IMAGE)], 'music');
    expect(project.music).toBeNull();
    expect(project.items).toHaveLength(0);
    expect(refused[0]?.message).toContain('photo.png was not used');
  });
});
