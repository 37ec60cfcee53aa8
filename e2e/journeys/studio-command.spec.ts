import { spawn } from 'node:child_process';
import { access, copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { textNamedAsPhoto } from '../support/bad-files.ts';
import { darkVideo, packetSums, seenFrames } from '../support/captioned.ts';
import { photos } from '../support/pictures.ts';
import { boxOrder, frameTimes, probeMedia } from '../support/probe.ts';
import { MODEL_FOLDER, recording, shortFilm } from '../support/spoken.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'studio-test-'));
});

test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs the command; `onProgress` may end it early. */
function studio(args: readonly string[], onProgress?: (stop: () => void, text: string) => void): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/studio.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      onProgress?.(() => child.kill('SIGINT'), text);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

test('render makes a video and says in one line of JSON what it made', async () => {
  const track = await clickTrack({ name: 'clicks.mp3', format: 'mp3', seconds: 4, clicks: [1] });
  const out = join(folder, 'video.mp4');
  const thumbnail = join(folder, 'thumbnail.jpg');
  const ended = await studio([
    ...['render', '--images', ...(await photos(2)), '--audio', track, '--text', 'Two photos', '--quality', 'eco'],
    ...['--seconds', '2', '--out', out, '--thumbnail', thumbnail],
  ]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(JSON.parse(ended.stdout)).toMatchObject({ status: 'completed', frames: 48, output: out, error: null });
  expect(ended.stderr).toMatch(/rendering \d+ %/);
  const { video, audio } = await probeMedia(out);
  expect(video).toMatchObject({ codec_name: 'h264', width: 720, height: 1280, nb_read_frames: '48' });
  expect(audio).toMatchObject({ codec_name: 'aac', sample_rate: '48000', channels: 2 });
  const boxes = await boxOrder(out);
  expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'));
  await access(thumbnail);
});

test('a file that is no photo fails the render by name and leaves no video', async () => {
  const ended = await studio(['render', '--images', await textNamedAsPhoto(), '--out', join(folder, 'video.mp4')]);
  expect(ended.code).toBe(1);
  expect(JSON.parse(ended.stdout)).toMatchObject({ status: 'failed', output: null });
  expect(JSON.parse(ended.stdout).error.message).toContain('notes.jpg');
  expect(await readdir(folder)).toEqual([]);
});

test('a wrong choice is answered with the right ones', async () => {
  const [photo = ''] = await photos(1);
  const ended = await studio(['render', '--images', photo, '--quality', 'best', '--out', join(folder, 'video.mp4')]);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/normal.*eco.*freeze/);
});

test('Ctrl-C cancels a render and leaves nothing behind', async () => {
  const ended = await studio(
    ['render', '--images', ...(await photos(2)), '--seconds', '60', '--out', join(folder, 'video.mp4')],
    (stop, text) => {
      if (text.includes('rendering')) stop();
    },
  );
  expect(ended.code).toBe(130);
  expect(JSON.parse(ended.stdout)).toMatchObject({ status: 'cancelled', output: null });
  expect(await readdir(folder)).toEqual([]);
});

test('caption writes down what is said in each file, with the times of its words', async () => {
  const first = recording('utt007.flac');
  const copy = join(folder, 'film.flac');
  await copyFile(first.path, copy);
  const json = join(folder, 'captions.json');
  const ended = await studio([
    ...['caption', '--model', MODEL_FOLDER, '--transcript-only', '--srt', '--json', json],
    ...[copy, await textNamedAsPhoto()],
  ]);
  expect(ended.code, ended.stderr).toBe(1);
  const [heard, refused] = ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(heard).toMatchObject({ file: copy, text: 'ten eleven twelve', words: 3, error: null });
  expect(refused.error.message).toContain('notes.jpg');
  const captions = JSON.parse(await readFile(json, 'utf8'));
  expect(Object.keys(captions)).toEqual(['film.flac']);
  expect(captions['film.flac']).toMatchObject({ text: 'ten eleven twelve', language: 'en' });
  expect(captions['film.flac'].words).toHaveLength(3);
  expect(captions['film.flac'].cues[0].start).toBeCloseTo(first.words[0]?.start ?? 0, 1);
  expect(await readFile(join(folder, 'film.srt'), 'utf8')).toContain('ten eleven twelve');
});

test('caption puts what is said on a video beside its source', async () => {
  const { path, words } = await shortFilm();
  const film = join(folder, 'film.mp4');
  await copyFile(path, film);
  const ended = await studio(['caption', '--model', MODEL_FOLDER, '--look', 'boxed', '--vtt', film]);
  expect(ended.code, ended.stderr).toBe(0);
  const captioned = join(folder, 'film_captioned.mp4');
  expect(JSON.parse(ended.stdout)).toMatchObject({ file: film, text: 'ten eleven twelve', captioned, error: null });
  expect((await readdir(folder)).toSorted()).toEqual(['film.mp4', 'film.vtt', 'film_captioned.mp4']);
  const on = (await seenFrames(captioned)).filter(({ brightest }) => brightest > 160);
  expect(Math.abs((on[0]?.time ?? 0) - (words[0]?.start ?? 0))).toBeLessThan(0.15);
});

test('caption writes no video where there is only sound', async () => {
  const copy = join(folder, 'speech.flac');
  await copyFile(recording('utt007.flac').path, copy);
  const ended = await studio(['caption', '--model', MODEL_FOLDER, copy]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(JSON.parse(ended.stdout)).toMatchObject({ text: 'ten eleven twelve', captioned: null, error: null });
  expect(await readdir(folder)).toEqual(['speech.flac']);
});

test('music puts a track under a video and says in one line of JSON what it made', async () => {
  const film = await darkVideo({ name: 'holiday.mp4', size: '640x360', rate: '25', seconds: 3 });
  const track = await clickTrack({ name: 'clicks.mp3', format: 'mp3', seconds: 4, clicks: [1] });
  const out = join(folder, 'out.mp4');
  const ended = await studio(['music', '--video', film, '--track', track, '--duck', '--out', out]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(JSON.parse(ended.stdout)).toMatchObject({ video: film, output: out, frames: 75, error: null });
  const sums = async (path: string) => (await packetSums(path, 'v')).map(({ sum }) => sum);
  expect(await sums(out)).toEqual(await sums(film));
});

test('music refuses a file without pictures by name, and leaves no video', async () => {
  const track = await clickTrack({ name: 'clicks.mp3', format: 'mp3', seconds: 4, clicks: [1] });
  const ended = await studio(['music', '--video', track, '--track', track, '--out', join(folder, 'out.mp4')]);
  expect(ended.code).toBe(1);
  expect(JSON.parse(ended.stdout).error.message).toMatch(/clicks\.mp3.*holds no video/);
  expect(await readdir(folder)).toEqual([]);
});

test('convert makes another kind of file, and names what it cannot be made of', async () => {
  const film = await darkVideo({ name: 'holiday.mp4', size: '640x360', rate: '25', seconds: 3 });
  const gif = join(folder, 'out.gif');
  const wanted = ['--width', '160', '--fps', '10', '--from', '1', '--seconds', '1'];
  const ended = await studio(['convert', '--video', film, '--to', 'gif', ...wanted, '--out', gif]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(JSON.parse(ended.stdout)).toMatchObject({ file: film, to: 'gif', output: gif, frames: 10, error: null });
  expect(await frameTimes(gif)).toHaveLength(10);
  const track = await clickTrack({ name: 'clicks.mp3', format: 'mp3', seconds: 4, clicks: [1] });
  const refused = await studio(['convert', '--video', track, '--to', 'webm', '--out', join(folder, 'out.webm')]);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout).error.message).toMatch(/clicks\.mp3.*no moving pictures.*WebM/);
  const unknown = await studio(['convert', '--video', film, '--to', 'avi', '--out', join(folder, 'out.avi')]);
  expect(unknown.code).toBe(1);
  expect(JSON.parse(unknown.stdout).error.message).toMatch(/options\.to/);
  expect(await readdir(folder)).toEqual(['out.gif']);
});

test('merge makes one video of the scenes in a file, and names the scene that is wrong', async () => {
  const [photo = ''] = await photos(1);
  await copyFile(photo, join(folder, 'a.jpg'));
  const scenes = join(folder, 'scenes.json');
  const out = join(folder, 'out.mp4');
  const write = (list: unknown) => writeFile(scenes, JSON.stringify(list));
  await write({
    format: '16:9',
    quality: 'eco',
    transition: 'crossfade',
    scenes: [{ picture: 'a.jpg' }, { picture: 'a.jpg' }],
  });
  const ended = await studio(['merge', '--scenes', scenes, '--out', out]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(JSON.parse(ended.stdout)).toMatchObject({ status: 'completed', frames: 144, output: out, error: null });
  expect((await probeMedia(out)).video).toMatchObject({ width: 1280, height: 720, nb_read_frames: '144' });
  await write({ scenes: [{ picture: 'a.jpg' }, { picture: 'a.jpg', fit: 'stretch' }] });
  const refused = await studio(['merge', '--scenes', scenes, '--out', out]);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout).error.message).toMatch(/scene 2, fit.*cover/);
  await write({ scenes: [{ picture: 'b.jpg' }] });
  const missing = await studio(['merge', '--scenes', scenes, '--out', out]);
  expect(missing.code).toBe(1);
  expect(missing.stderr).toContain('Scene 1: there is no file "b.jpg"');
});

test('batch makes a video of each row of a table, and says what is wrong with the others', async () => {
  const [photo = ''] = await photos(1);
  await copyFile(photo, join(folder, 'a.jpg'));
  const csv = join(folder, 'jobs.csv');
  const out = join(folder, 'videos', 'today');
  await writeFile(
    csv,
    'hook;photos;length;name\n"One; and only";a.jpg;1;\n=1+1;a.jpg;1;\nNowhere;b.jpg;1;\nTwo;./a.jpg;1;b/c\n',
  );
  const ended = await studio(['batch', '--csv', csv, '--out-dir', out, '--quality', 'freeze', '--format', '1:1']);
  expect(ended.code, ended.stderr).toBe(1);
  const reports = ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(reports.map(({ row, status, output }) => [row, status, output])).toEqual([
    [1, 'completed', join(out, '01 One; and only.mp4')],
    [2, 'failed', null],
    [3, 'failed', null],
    [4, 'completed', join(out, '04 b c.mp4')],
  ]);
  expect(reports[1].error.message).toContain('looks like a formula');
  expect(reports[2].error.message).toContain('There is no file “b.jpg”');
  expect((await readdir(out)).toSorted()).toEqual(['01 One; and only.mp4', '04 b c.mp4']);
  expect((await probeMedia(join(out, '04 b c.mp4'))).video).toMatchObject({
    width: 720,
    height: 720,
    nb_read_frames: '24',
  });
  await writeFile(csv, 'hook,photos\n"open,a.jpg\n');
  const refused = await studio(['batch', '--csv', csv, '--out-dir', out]);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout).error.message).toMatch(/jobs\.csv: Line 2, column 1: .*never closed/);
});

test('workspace takes everything out of one profile and into another', async () => {
  const [from, to, archive] = [join(folder, 'from'), join(folder, 'to'), join(folder, 'studio.zip')];
  await studio(['import', ...(await photos(2)), '--profile', from]);
  const out = await studio(['workspace', 'export', '--out', archive, '--profile', from]);
  expect(out.code, out.stderr).toBe(0);
  expect(JSON.parse(out.stdout)).toMatchObject({ action: 'export', workspace: { name: 'My studio' }, leftOut: [] });
  const into = await studio(['workspace', 'import', archive, '--profile', to]);
  expect(into.code, into.stderr).toBe(0);
  expect(JSON.parse(into.stdout)).toMatchObject({
    action: 'import',
    workspace: { name: 'My studio (2)' },
    error: null,
  });
  const refused = await studio(['workspace', 'import', (await photos(1))[0] ?? '', '--profile', to]);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout)).toMatchObject({ workspace: null, error: { code: 'file-damaged' } });
});

test('health says that this machine can make videos', async () => {
  const ended = await studio(['health']);
  expect(ended.code, ended.stderr).toBe(0);
  expect(JSON.parse(ended.stdout)).toMatchObject({ ok: true, crossOriginIsolated: true });
});

test('metrics count what the profile holds and how its exports have gone', async () => {
  const ended = await studio(['metrics']);
  expect(ended.code, ended.stderr).toBe(0);
  expect(JSON.parse(ended.stdout)).toMatchObject({
    assets: 0,
    queue: { waiting: 0, running: 0 },
    runs: { outcomes: { completed: 0, failed: 0 }, successRate: null, stages: [], wait: null },
  });
});
