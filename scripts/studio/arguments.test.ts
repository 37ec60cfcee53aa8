import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.mjs';

const read = (line: string) => readArguments(line.split(' '));

describe('the studio command line', () => {
  it('takes photos in the order in which they stand', () => {
    expect(read('render --images a.jpg b.jpg --audio m.mp3 --images c.jpg --out v.mp4')).toMatchObject({
      command: 'render',
      images: ['a.jpg', 'b.jpg', 'c.jpg'],
      audio: 'm.mp3',
      out: 'v.mp4',
    });
  });

  it('takes a style with its grade', () => {
    expect(read('render --images a.jpg --style neon-night --grade 60 --once --out v.mp4')).toMatchObject({
      style: 'neon-night',
      grade: 60,
      once: true,
      frame: null,
    });
  });

  it('takes the name of a frame as a style, and a frame over a style', () => {
    expect(read('render --images a.jpg --style silver --out v.mp4')).toMatchObject({ frame: 'silver' });
    expect(read('render --images a.jpg --style silver --frame none --out v.mp4')).toMatchObject({ frame: 'none' });
  });

  it('takes a workspace out of a profile, and in again', () => {
    expect(read('workspace export --out w.zip --profile p --name Clara')).toEqual({
      ...{ command: 'workspace', action: 'export', archive: 'w.zip', profile: 'p', name: 'Clara' },
    });
    expect(read('workspace import w.zip')).toMatchObject({ action: 'import', archive: 'w.zip', profile: null });
    expect(() => read('workspace export --out w.zip')).toThrow('--profile');
    expect(() => read('workspace export --profile p')).toThrow('--out');
    expect(() => read('workspace import')).toThrow('workspace import studio.zip');
    expect(() => read('workspace delete')).toThrow('workspace export');
  });

  it('takes tracks to listen to', () => {
    expect(read('beats a.mp3 b.ogg --json out.json')).toEqual({
      command: 'beats',
      profile: null,
      tracks: ['a.mp3', 'b.ogg'],
      json: 'out.json',
    });
  });

  it('takes files and addresses to import, in their order', () => {
    expect(read('import a.jpg https://example.com/b.mp4 c.mp3')).toEqual({
      command: 'import',
      profile: null,
      sources: ['a.jpg', 'https://example.com/b.mp4', 'c.mp3'],
    });
  });

  it('takes a video and the music under it', () => {
    expect(read('music --video a.mp4 --track b.mp3 --duck --music-gain 0.5 --out c.mp4')).toEqual({
      command: 'music',
      profile: null,
      video: 'a.mp4',
      track: 'b.mp3',
      out: 'c.mp4',
      duck: true,
      musicGain: 0.5,
      videoGain: null,
      fadeOutSeconds: null,
    });
  });

  it('refuses music without its files, by name', () => {
    expect(() => read('music --video a.mp4 --out c.mp4')).toThrow('--track');
    expect(() => read('music a.mp4 --track b.mp3 --out c.mp4')).toThrow('a.mp4');
    expect(() => read('music --video a.mp4 --track b.mp3 --music-gain loud --out c.mp4')).toThrow('--music-gain');
  });

  it('takes a file to convert', () => {
    expect(read('convert --video a.mov --to gif --width 320 --fps 10 --from 2.5 --seconds 3 --out a.gif')).toEqual({
      command: 'convert',
      profile: null,
      video: 'a.mov',
      to: 'gif',
      out: 'a.gif',
      size: null,
      width: 320,
      fps: 10,
      from: 2.5,
      seconds: 3,
    });
  });

  it('refuses a conversion without its file, kind or place', () => {
    expect(() => read('convert --to mp4 --out a.mp4')).toThrow('--video');
    expect(() => read('convert --video a.mov --out a.mp4')).toThrow('--to');
    expect(() => read('convert --video a.mov --to mp4')).toThrow('--out');
    expect(() => read('convert --video a.mov --to gif --fps quick --out a.gif')).toThrow('--fps');
  });

  it('takes scenes to merge', () => {
    expect(read('merge --scenes s.json --out v.mp4')).toEqual({
      command: 'merge',
      profile: null,
      scenes: 's.json',
      out: 'v.mp4',
    });
    expect(() => read('merge --out v.mp4')).toThrow('--scenes');
    expect(() => read('merge --scenes s.json')).toThrow('--out');
  });

  it('takes films to caption', () => {
    expect(read('caption --model whisper a.mp4 b.wav --transcript-only --srt --json out.json')).toEqual({
      command: 'caption',
      profile: null,
      files: ['a.mp4', 'b.wav'],
      model: 'whisper',
      language: null,
      translate: false,
      look: null,
      soft: false,
      transcriptOnly: true,
      srt: true,
      vtt: false,
      json: 'out.json',
    });
    expect(read('caption --model whisper a.mp4 --look boxed --soft --vtt')).toMatchObject({
      look: 'boxed',
      soft: true,
      transcriptOnly: false,
      srt: false,
      vtt: true,
    });
  });

  it('leaves to the studio what nobody chose', () => {
    expect(read('render --images a.jpg --out v.mp4')).toMatchObject({ quality: null, platform: null, seconds: null });
    expect(read('render --images a.jpg --platform tiktok --out v.mp4')).toMatchObject({
      platform: 'tiktok',
      format: null,
    });
  });

  it('takes a table for a batch', () => {
    expect(read('batch --csv jobs.csv --out-dir videos --style neon-night')).toEqual({
      ...{ command: 'batch', profile: null, csv: 'jobs.csv', outDir: 'videos' },
      ...{ style: 'neon-night', format: null, quality: null },
    });
    expect(() => read('batch --out-dir videos')).toThrow('--csv jobs.csv');
    expect(() => read('batch --csv jobs.csv')).toThrow('--out-dir videos');
    expect(() => read('batch jobs.csv')).toThrow('"jobs.csv"');
  });

  it.each([
    ['', 'A command is missing'],
    ['grow', 'one of: render, beats, caption, music, merge, batch, convert, import, workspace, health, metrics'],
    ['caption --model m', 'caption --model DIR film.mp4'],
    ['caption film.mp4', '--model DIR'],
    ['render --out v.mp4', '--images a.jpg b.mp4'],
    ['render --images a.jpg --out v.mp4 --grade much', '0 to 100'],
    ['render --images a.jpg', '--out video.mp4'],
    ['render --images a.jpg --out v.mp4 --seconds soon', 'number above 0'],
    ['render --images a.jpg --out v.mp4 --qualty eco', "'--qualty'"],
    ['beats --json b.json', 'beats song.mp3'],
    ['import --profile p', 'import a.jpg https://host/b.mp4'],
    ['health now', 'takes no files'],
  ])('answers "%s" with what is right', (line, words) => {
    expect(() => readArguments(line === '' ? [] : line.split(' '))).toThrow(words);
  });
});
