import { describe, expect, test } from 'vitest';
import { createProject, mediaItem, musicChoice, type Project } from '../project/project.ts';
import { type BatchCells, type BatchFile, DEFAULT_BASE, EMPTY_CELLS } from './batch-row.ts';
import { fileFinder } from './find-file.ts';
import { checkDraft, planRun } from './plan-run.ts';
import { baseProject } from './row-project.ts';

const FILES: BatchFile[] = [
  { name: 'a.jpg', assetId: 'A', kind: 'image' },
  { name: 'b.mp4', assetId: 'B', kind: 'video' },
  { name: 'song.mp3', assetId: 'S', kind: 'audio' },
];

const EMPTY = createProject('empty', 0, 7);

function plan(rows: readonly Partial<BatchCells>[], project: Project | null = null) {
  let count = 0;
  const draft = rows.map((cells, index) => ({ ...EMPTY_CELLS, ...cells, id: `r${index}` }));
  const refused = [{ name: 'broken.jpg', reason: 'broken.jpg is damaged.' }];
  const checked = checkDraft({ rows: draft }, fileFinder(FILES, refused), project);
  return planRun(checked, baseProject(EMPTY, DEFAULT_BASE, project), 5, () => `id${count++}`).videos;
}

/** Of the only row; a document is a project here. */
function documentOf(cells: Partial<BatchCells>, project: Project | null = null): Project {
  const [video] = plan([cells], project);
  if (!video?.document) throw new Error(video?.error?.message);
  return video.document as Project;
}

function refusalOf(cells: Partial<BatchCells>): string {
  return plan([cells])[0]?.error?.message ?? 'It was not refused.';
}

describe('a row', () => {
  test('becomes a project of its own, with what is left open as in the base', () => {
    const project = documentOf({
      hook: 'Hi',
      media: 'a.jpg | photos/B.MP4',
      track: 'song.mp3',
      length: '7,5',
      format: '09:16:00',
    });
    expect(project).toMatchObject({
      name: 'Hi',
      hook: 'Hi',
      lengthSeconds: 7.5,
      format: '9:16',
      createdAt: 5,
      seed: 7,
    });
    expect(project.items.map(({ assetId }) => assetId)).toEqual(['A', 'B']);
    expect(project.music?.assetId).toBe('S');
    expect(project.style.preset).toBe('luxury-gold');
    expect(documentOf({ media: 'a.jpg', style: 'Bold Sale', format: '1x1' })).toMatchObject({
      style: { preset: 'bold-sale' },
      format: '1:1',
    });
  });

  test('takes photos, music, hook and length of a project where it names none', () => {
    const project: Project = {
      ...EMPTY,
      hook: 'Base',
      items: [mediaItem('i', 'P')],
      music: { ...musicChoice('M'), gainDb: -6 },
      lengthSeconds: 9,
      captions: {
        ...EMPTY.captions,
        tracks: [
          { assetId: 'M', cues: [] },
          { assetId: null, cues: [] },
        ],
      },
    };
    const same = documentOf({ name: 'Same' }, project);
    expect({ ...same, name: '' }).toEqual({ ...project, id: same.id, name: '', createdAt: 5, updatedAt: 5 });
    const other = documentOf({ track: 'song.mp3' }, project);
    expect(other.music).toMatchObject({ assetId: 'S', gainDb: -6 });
    expect(other.captions.tracks.map(({ assetId }) => assetId)).toEqual([null]);
  });

  test('that looks like a formula is refused in words, and one that is marked as text is not', () => {
    expect(refusalOf({ media: 'a.jpg', hook: '=1+1' })).toMatch(/“=1\+1” looks like a formula/);
    expect(refusalOf({ media: 'a.jpg', name: '@SUM(A1)' })).toMatch(/formula/);
    expect(documentOf({ media: 'a.jpg', hook: "'=love" }).hook).toBe('=love');
    expect(documentOf({ media: 'a.jpg', hook: '-50 % today' }).hook).toBe('-50 % today');
  });

  test('says everything that is wrong with it', () => {
    expect(refusalOf({ hook: 'x' })).toMatch(/Name at least one photo/);
    expect(refusalOf({ media: 'c.jpg|song.mp3', track: 'a.jpg' })).toMatch(
      /no file “c\.jpg”.*“song\.mp3” is a sound file.*“a\.jpg” is no sound file/,
    );
    expect(refusalOf({ media: 'broken.jpg' })).toBe('broken.jpg is damaged.');
    expect(refusalOf({ media: 'a.jpg', length: '0.5' })).toMatch(/1 to 600 seconds/);
    expect(refusalOf({ media: 'a.jpg', length: 'long' })).toMatch(/“long” is no length/);
    expect(refusalOf({ media: 'a.jpg', style: 'pretty' })).toMatch(/no style “pretty”.*luxury-gold/);
    expect(refusalOf({ media: 'a.jpg', format: '2:1' })).toMatch(/no format “2:1”.*9:16/);
    expect(refusalOf({ media: 'a.jpg', hook: 'x'.repeat(501) })).toMatch(/501 characters; at most 500/);
  });

  test('that is wrong leaves the others alone, and an empty one is none', () => {
    const videos = plan([{ media: 'a.jpg', name: 'One' }, {}, { media: '?' }, { media: 'b.mp4', name: 'Two' }]);
    expect(videos.map(({ row, fileName, error }) => [row, fileName, error?.code ?? null])).toEqual([
      [1, '01 One', null],
      [3, '03 Video 3', 'input-invalid'],
      [4, '04 Two', null],
    ]);
  });
});
