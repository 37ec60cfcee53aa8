import { describe, expect, test } from 'vitest';
import { StudioError } from '#core/errors.ts';
import { createJob, failJob, startJob } from '#core/job/job.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import type { Captions } from '#core/project/captions.ts';
import { createProject, mediaItem, musicChoice } from '#core/project/project.ts';
import { NEW_QUEUE } from '#core/queue/queue.ts';
import { renderSettings } from '#core/render/settings.ts';
import { seconds } from '#core/units.ts';
import { ProblemLog, readable } from '../problem-log.ts';
import { assetSchema } from './asset.ts';
import { batchDraftSchema, batchRunSchema } from './batch.ts';
import { checkRow } from './checked.ts';
import { jobSchema } from './job.ts';
import { readProject } from './project.ts';
import { queueSchema } from './queue.ts';
import { workspaceSchema } from './workspace.ts';

const PROJECT = { ...createProject('p1', 1000, 7), items: [mediaItem('i1', 'a1')], music: musicChoice('a2') };

const CAPTIONS: Captions = {
  look: { preset: 'karaoke', changes: { fontPixels: 90, anchor: 8, stroke: '#102030' } },
  speakers: [
    { name: 'Ann', fill: '#7FD1FF' },
    { name: 'Bob', fill: null },
  ],
  tracks: [
    {
      assetId: 'a2',
      cues: [
        {
          id: 'c1',
          start: 0.5,
          end: 2,
          words: [
            { text: '金', start: 0.5, end: 1, confidence: 0.4, emphasis: { bold: true, colour: '#FFFFFF' } },
            { text: '色', start: 1, end: 2, confidence: 1, joined: true, kept: { ass: '{\\fad(1,2)}', karaoke: 'kf' } },
          ],
          lines: [0],
          speaker: 'Ann',
          style: 'Loud',
          placement: { anchor: 7, point: { x: 0.2, y: -0.1 } },
          kept: { webvtt: 'line:10%', ass: { layer: 1, marginL: 0, marginR: 0, marginV: 9, effect: '' } },
        },
      ],
    },
  ],
};

const TRACK: MediaAsset = {
  id: 'a2',
  hash: 'ab'.repeat(32),
  name: 'song.mp3',
  mimeType: 'audio/mpeg',
  bytes: 1234,
  facts: {
    kind: 'audio',
    container: 'MP3',
    codec: 'mp3',
    durationSeconds: seconds(12.5),
    sampleRate: 44_100,
    channels: 2,
  },
  rendition: null,
  importedAt: 2000,
};

const JOB = createJob(
  { id: 'j1', project: PROJECT, settings: renderSettings('9:16', 'normal'), priority: 0, estimatedDurationMs: 9000 },
  3000,
);

describe('rows come back as they were written', () => {
  test('a project', () => expect(readProject(structuredClone(PROJECT))).toEqual(PROJECT));

  test('its captions, with all that a file said of them', () => {
    const project = { ...PROJECT, captions: CAPTIONS };
    expect(readProject(structuredClone(project))).toEqual(project);
  });

  test('an asset', () => expect(checkRow(assetSchema, structuredClone(TRACK), 'assets')).toEqual(TRACK));

  test('a clip, of today and of before clips were normalised', () => {
    const old = {
      kind: 'video',
      container: 'MP4',
      codec: 'avc',
      size: { width: 1080, height: 1920 },
      durationSeconds: seconds(3),
      hasAudio: true,
    } as const;
    const { rendition: _, ...row } = { ...TRACK, facts: old };
    const read = checkRow(assetSchema, structuredClone(row), 'assets');
    const today = { frameRate: 0, frameTiming: 'constant', rotation: 0, hdr: null, normalised: [] } as const;
    expect(read).toEqual({ ...row, facts: { ...old, ...today }, rendition: null });
    const converted: MediaAsset = {
      ...read,
      facts: { ...old, ...today, hdr: 'hlg', rotation: 90, normalised: [{ kind: 'hdr-to-sdr', from: 'hlg' }] },
      rendition: { hash: 'cd'.repeat(32), bytes: 99, mimeType: 'video/mp4' },
    };
    expect(checkRow(assetSchema, structuredClone(converted), 'assets')).toEqual(converted);
  });

  test('a job, waiting and failed', () => {
    const failed = failJob(startJob(JOB, 1), new StudioError('disk-full', 'Full.', { value: 3 }), 2);
    for (const job of [JOB, failed]) expect(checkRow(jobSchema, structuredClone(job), 'jobs')).toEqual(job);
  });
});

test('a job of before there were retries is read as one that nothing holds', () => {
  const { steppedDownFrom: _, retryAt: __, paused: ___, ...row } = JOB;
  expect(checkRow(jobSchema, structuredClone(row), 'jobs')).toEqual(JOB);
});

test('a damaged field of the queue goes back to its default, and the others stay', () => {
  const row = { ...NEW_QUEUE, concurrency: 2, fence: 7 };
  expect(checkRow(queueSchema, { ...row, circuit: 'melted', paused: 'yes' }, 'queue')).toEqual(row);
});

describe('a row that does not fit', () => {
  test('is refused by table, id and field', () => {
    const read = () => checkRow(assetSchema, { ...TRACK, bytes: 'many' }, 'assets');
    expect(read).toThrow(/stored entry of assets \(a2\) is damaged.*bytes/);
  });

  test('is reported once and left out of the list', () => {
    const log = new ProblemLog();
    const rows = [TRACK, { ...TRACK, id: 'a3', hash: '../../etc' }];
    const read = (row: unknown) => checkRow(assetSchema, row, 'assets');
    for (let times = 0; times < 2; times++) expect(readable(rows, read, log)).toEqual([TRACK]);
    expect(log.list().map((problem) => problem.details.value)).toEqual(['a3']);
  });

  test('is refused where a caption has a line without words', () => {
    const [track] = CAPTIONS.tracks;
    const cues = track?.cues.map((cue) => ({ ...cue, lines: [0, 7] }));
    const row = { ...PROJECT, captions: { ...CAPTIONS, tracks: [{ ...track, cues }] } };
    expect(() => readProject(row)).toThrow(/captions.*lines 0, 7/);
  });

  test('is refused where two speakers have one name', () => {
    const speakers = [1, 2].map(() => ({ name: 'Ann', fill: null }));
    const row = { ...PROJECT, captions: { ...CAPTIONS, speakers } };
    expect(() => readProject(row)).toThrow(/speakers.*one name/);
  });

  test('is refused inside a job too', () => {
    const row = { ...JOB, project: { ...PROJECT, quality: 'best' } };
    expect(() => checkRow(jobSchema, row, 'jobs')).toThrow(/stored entry of jobs \(j1\).*quality/);
  });
});

test('captions that overlap are parted, so that nobody loses a project to them', () => {
  const [track] = CAPTIONS.tracks;
  const cues = track?.cues.flatMap((cue) => [cue, { ...cue, id: 'c2', start: 1.5, end: 3 }]);
  const row = { ...PROJECT, captions: { ...CAPTIONS, tracks: [{ ...track, cues }] } };
  const [read] = readProject(row).captions.tracks;
  expect(read?.cues.map(({ start, end }) => [start, end])).toEqual([
    [0.5, 1.5],
    [1.5, 3],
  ]);
});

test('an error of a code that is not known any more is still read', () => {
  const job = failJob(JOB, new StudioError('disk-full', 'Full.'), 1);
  const row = { ...job, lastError: { ...job.lastError, code: 'gone-since' } };
  expect(checkRow(jobSchema, row, 'jobs').lastError).toMatchObject({ code: 'unexpected', message: 'Full.' });
});

test('a project of a newer studio is refused in words that say so', () => {
  expect(() => readProject({ ...PROJECT, schemaVersion: 99 })).toThrow(/newer version of the studio/);
});

test('a workspace id that would leave its folder is refused', () => {
  const row = { id: '../other', name: 'Mine', createdAt: 1 };
  expect(() => checkRow(workspaceSchema, row, 'workspaces')).toThrow(StudioError);
});

test('a batch comes back as it was stored, with the projects that are not queued yet', () => {
  const row = { id: 'r', hook: '=1', media: 'a.jpg', track: '', name: '', length: '', style: 'x', format: '' };
  const base = { projectId: null, style: 'luxury-gold', format: '9:16', quality: 'normal' };
  const draft = { rows: [row], base, files: [{ name: 'a.jpg', assetId: 'a1', kind: 'image' }] };
  expect(batchDraftSchema.parse(structuredClone(draft))).toEqual(draft);
  const error = new StudioError('input-invalid', 'Wrong.').toRecord();
  const video = { row: 1, fileName: '01 A', hook: 'A', document: PROJECT, jobId: null, error: null };
  const videos = [
    video,
    { ...video, row: 2, document: null, jobId: 'j1' },
    { ...video, row: 3, document: null, error },
  ];
  const run = { id: 'b1', startedAt: 5, videos };
  expect(batchRunSchema.parse(structuredClone(run))).toEqual(run);
});
