import { describe, expect, it } from 'vitest';
import type { MediaAsset } from '../media/asset.ts';
import { createProject, mediaItem, type Project } from '../project/project.ts';
import { storageUsage, totalBytes, type UsageSources } from './storage-usage.ts';

const photo = (id: string, hash: string): MediaAsset => ({
  id,
  hash,
  name: `${id}.jpg`,
  mimeType: 'image/jpeg',
  bytes: 1,
  facts: { kind: 'image', format: 'jpeg', size: { width: 1, height: 1 }, hasAlpha: false, normalised: [] },
  rendition: null,
  importedAt: 0,
});

const project = (id: string, assets: readonly string[]): Project => ({
  ...createProject(id, 0, 1),
  name: id,
  items: assets.map((asset) => mediaItem(`${id}-${asset}`, asset)),
});

const SOURCES: UsageSources = {
  assets: [photo('a', 'ha'), photo('b', 'hb'), photo('c', 'hc'), { ...photo('d', 'hd'), rendition: RENDITION() }],
  projects: [project('Summer', ['a', 'b']), project('Winter', ['b'])],
  jobs: [
    { id: 'j1', name: 'Summer' },
    { id: 'j2', name: 'Winter' },
  ],
  trash: [
    { id: 'j3', kind: 'export', name: 'Autumn', deletedAt: 5 },
    { id: 'p3', kind: 'project', name: 'Spring', deletedAt: 9 },
  ],
  trashedAssets: [],
  trashedProjects: [project('Spring', ['a'])],
  mediaFiles: [
    { name: 'ha', bytes: 10 },
    { name: 'hb', bytes: 20 },
    { name: 'hc', bytes: 30 },
    { name: 'hd', bytes: 40 },
    { name: 'hr', bytes: 5 },
  ],
  outputFiles: [
    { name: 'j1.mp4', bytes: 100 },
    { name: 'j1.jpg', bytes: 1 },
    { name: 'j3.mp4', bytes: 300 },
  ],
  partFiles: [{ name: 'j2', bytes: 50 }],
  rescuedFiles: [{ name: 'old.mp4', bytes: 7 }],
  analysesBytes: 3,
  otherBytes: 4,
};

function RENDITION() {
  return { hash: 'hr', bytes: 5, mimeType: 'video/mp4' };
}

describe('what uses what', () => {
  const usage = storageUsage(SOURCES);

  it('counts a finished video with its small picture, and an unfinished one by its parts', () => {
    expect(usage.videos).toEqual([{ id: 'j1', name: 'Summer', bytes: 101 }]);
    expect(usage.unfinished).toEqual([{ id: 'j2', name: 'Winter', bytes: 50 }]);
  });

  it('counts media with what was made of it, the largest first, and says who uses it', () => {
    expect(usage.media.map(({ id, bytes }) => [id, bytes])).toEqual([
      ['d', 45],
      ['c', 30],
      ['b', 20],
      ['a', 10],
    ]);
    expect(usage.media.map(({ usedIn }) => usedIn)).toEqual([
      [],
      [],
      ['Summer', 'Winter'],
      ['Summer', 'Spring (trash)'],
    ]);
  });

  it('counts for a project what it shares with others apart', () => {
    expect(usage.projects).toEqual([
      { id: 'Summer', name: 'Summer', bytes: 30, ownBytes: 0 },
      { id: 'Winter', name: 'Winter', bytes: 20, ownBytes: 0 },
    ]);
    const alone = storageUsage({ ...SOURCES, projects: [project('Summer', ['a', 'b'])], trashedProjects: [] });
    expect(alone.projects[0]).toMatchObject({ bytes: 30, ownBytes: 30 });
  });

  it('counts the trash by its files, the newest first', () => {
    expect(usage.trash.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['Spring', 0],
      ['Autumn', 300],
    ]);
    expect(totalBytes(usage.trash)).toBe(300);
  });

  it('counts the bytes of media in the trash there', () => {
    const trash = [{ id: 'e', kind: 'asset', name: 'e.jpg', deletedAt: 1 }] as const;
    const mediaFiles = [{ name: 'he', bytes: 7 }];
    const { trash: items } = storageUsage({ ...SOURCES, trash, trashedAssets: [photo('e', 'he')], mediaFiles });
    expect(items).toEqual([{ ...trash[0], bytes: 7 }]);
  });
});
