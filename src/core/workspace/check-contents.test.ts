import { expect, test } from 'vitest';
import { videoAsset } from '../fixtures/assets.ts';
import type { RenderJob } from '../job/job.ts';
import type { MediaAsset } from '../media/asset.ts';
import { createProject } from '../project/project.ts';
import { type ArchiveContents, checkContents } from './check-contents.ts';

const [FILE, SMALL, VIDEO, PICTURE] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(64)) as [
  string,
  string,
  string,
  string,
];

const CLIP: MediaAsset = {
  ...videoAsset('clip', 3),
  ...{ name: 'clip.mov', hash: FILE, bytes: 100 },
  rendition: { hash: SMALL, bytes: 50, mimeType: 'video/mp4' },
};

const JOB = {
  ...{ id: 'job', status: 'completed', project: createProject('p', 1, 1) },
  output: { videoFile: 'x', thumbnailFile: 'y', bytes: 70, frames: 1, durationSeconds: 1 },
} as RenderJob;

const FILES = [
  { path: `media/${FILE}`, bytes: 100, sha256: FILE },
  { path: `media/${SMALL}`, bytes: 50, sha256: SMALL },
  { path: 'videos/job.mp4', bytes: 70, sha256: VIDEO },
  { path: 'videos/job.jpg', bytes: 9, sha256: PICTURE },
];

const WHOLE: ArchiveContents = { assets: [CLIP], jobs: [JOB], fonts: [], files: FILES, found: FILES };

function why(change: Partial<ArchiveContents>): string | undefined {
  return checkContents({ ...WHOLE, ...change })?.why;
}

test('an archive in which each row has its files, and each file its row, is whole', () => {
  expect(checkContents(WHOLE)).toBeNull();
  expect(checkContents({ assets: [], jobs: [], fonts: [], files: [], found: [] })).toBeNull();
});

test('an archive that lacks a file, or has one too many, is not', () => {
  expect(why({ found: FILES.slice(1) })).toMatch(/in its list and not in it/);
  expect(why({ files: FILES.slice(1) })).toMatch(/is not in its list of files/);
  expect(why({ files: [...FILES, ...FILES] })).toMatch(/names one twice/);
  expect(why({ assets: [] })).toMatch(/nothing in it uses/);
  const font = { hash: 'e'.repeat(64), name: 'Brand', format: 'otf', bytes: 5, addedAt: 0 } as const;
  expect(why({ fonts: [font] })).toMatch(/file of “Brand” is missing/);
  for (const lacking of [0, 1]) {
    const rest = FILES.filter((_, index) => index !== lacking);
    expect(why({ files: rest, found: rest })).toMatch(/the file of “clip.mov” is missing/);
  }
  for (const lacking of [2, 3]) {
    const rest = FILES.filter((_, index) => index !== lacking);
    expect(why({ files: rest, found: rest })).toMatch(/the video of “Untitled video” is missing/);
  }
});

test('sizes and hashes agree between rows, list and files', () => {
  expect(why({ found: FILES.map((file) => ({ ...file, bytes: file.bytes + 1 })) })).toMatch(/another size than listed/);
  expect(why({ assets: [{ ...CLIP, bytes: 101 }] })).toMatch(/is missing/);
  expect(why({ files: FILES.map((file) => ({ ...file, sha256: VIDEO })) })).toMatch(/listed with another hash/);
});

test('an export that has not ended is no part of an archive', () => {
  expect(why({ jobs: [{ ...JOB, status: 'processing' }] })).toMatch(/not finished/);
});
