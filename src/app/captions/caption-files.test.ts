import { describe, expect, test } from 'vitest';
import { CAPTION_LOOKS } from '#core/captions/looks.ts';
import type { CaptionSpeaker } from '#core/captions/speakers.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { CAPTION_FORMATS, captionFile, readCaptionFile } from './caption-files.ts';

const CUES: readonly Cue[] = [
  {
    id: 'c1',
    start: 0.5,
    end: 2,
    words: [
      { text: 'Golden', start: 0.5, end: 1, confidence: 1 },
      { text: 'hour', start: 1, end: 2, confidence: 1 },
    ],
    lines: [0],
  },
];

const SPEAKERS: readonly CaptionSpeaker[] = [{ name: 'Ann "Ace", B', fill: '#7FD1FF' }];
const SHOWN = {
  cues: CUES,
  look: CAPTION_LOOKS['luxury-gold'],
  speakers: SPEAKERS,
  canvas: { width: 1080, height: 1920 },
};
const SPOKEN = { ...SHOWN, cues: CUES.map((cue) => ({ ...cue, speaker: 'Ann "Ace", B' })) };

describe('caption files', () => {
  test.each(CAPTION_FORMATS)('of %s come back with their words and times', async (format) => {
    const [cue] = await readCaptionFile(captionFile('Spring', format, SHOWN));
    expect(cue).toMatchObject({ start: 0.5, end: 2, words: [{ text: 'Golden' }, { text: 'hour' }] });
  });

  test('have the name of the video and the ending of their kind', () => {
    expect(CAPTION_FORMATS.map((format) => captionFile('Spring', format, SHOWN).name)).toEqual([
      'Spring.srt',
      'Spring.vtt',
      'Spring.ass',
    ]);
  });

  test('of ASS look as in the video', async () => {
    expect(await captionFile('Spring', 'ASS', SHOWN).text()).toContain('Style: Default,Playfair Display,74,');
  });

  test('of WebVTT and ASS name who speaks, in their colour; SRT has no place for them', async () => {
    const [srt, vtt, ass] = CAPTION_FORMATS.map((format) => captionFile('Spring', format, SPOKEN));
    expect(await vtt?.text()).toContain('::cue(v[voice="Ann \\"Ace\\", B"]) { color: #7FD1FF; }');
    expect(await ass?.text()).toMatch(/^Style: Ann "Ace"; B,Playfair Display,74,&H00FFD17F,/m);
    const speakers = async (file: File | undefined) =>
      file && (await readCaptionFile(file)).map(({ speaker }) => speaker);
    expect(await speakers(vtt)).toEqual(['Ann "Ace", B']);
    // A comma would begin the next field.
    expect(await speakers(ass)).toEqual(['Ann "Ace"; B']);
    expect(await speakers(srt)).toEqual([undefined]);
    expect(await srt?.text()).not.toContain('Ann');
  });

  test('are told apart by what they say where their ending says nothing', async () => {
    for (const format of CAPTION_FORMATS) {
      const file = new File([captionFile('Spring', format, SHOWN)], 'captions.txt');
      expect(await readCaptionFile(file)).toHaveLength(1);
    }
  });

  test('in UTF-16 are read by their mark', async () => {
    const text = `\ufeff${await captionFile('s', 'SRT', SHOWN).text()}`;
    const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
    expect(await readCaptionFile(new File([units], 's.srt'))).toHaveLength(1);
  });

  test('that are wrong are refused by line, and empty ones by name', async () => {
    const wrong = new File(['1\n00:00:01,000 -> 00:00:02,000\nHello\n'], 'wrong.srt');
    await expect(readCaptionFile(wrong)).rejects.toThrow(/SRT file is wrong in line 2/);
    await expect(readCaptionFile(new File(['WEBVTT\n'], 'none.vtt'))).rejects.toThrow(/“none.vtt” has no captions/);
  });
});
