import { expect } from '@playwright/test';
import { plainPicture } from '../support/pictures.ts';
import { cropped, decodeFrames, type Picture } from '../support/pixels.ts';
import { probeMedia } from '../support/probe.ts';
import { differingArea } from '../support/screen.ts';
import { recording } from '../support/spoken.ts';
import { test } from '../support/test.ts';
import { captionTexts, openCaptions, writeCaptions } from './captions-page.ts';
import { chooseFiles, openCreate, pause, previewIsReady, saveFinishedVideo, startShortExport } from './create-page.ts';

/** Says five words, is silent for one and a half seconds, and says two more. */
const VOICE = recording('utt012.flac');
const [EARLY, LATE] = [VOICE.words.slice(0, 5), VOICE.words.slice(5)];
const SECONDS = 6;

const middles = (words: typeof VOICE.words) => words.map(({ start, end }) => (start + end) / 2);

/** Before, between and after what is said; a caption stays for up to a second after its last word, to be read. */
const SILENT_TIMES = [0.05, (LATE[0]?.start ?? 0) - 0.3, SECONDS - 0.2];

/** What lies inside of the golden frame, whose particles a codec draws a little differently each time. */
function insideFrame(whole: Picture): Picture {
  const [x, y] = [Math.round(whole.width * 0.1), Math.round(whole.height * 0.1)];
  return cropped(whole, { x, y, width: whole.width - 2 * x, height: whole.height - 2 * y });
}

async function framesAt(video: string, times: readonly number[]): Promise<Picture[]> {
  const { width, height, r_frame_rate } = (await probeMedia(video)).video;
  const [numerator, denominator] = r_frame_rate.split('/').map(Number);
  const frames = times.map((time) => Math.floor((time * (numerator ?? 0)) / (denominator ?? 1)));
  return (await decodeFrames(video, { width, height }, frames)).map(insideFrame);
}

test('a caption is in the exported video while its words are said, and only then', async ({ page }, testInfo) => {
  await openCreate(page);
  await chooseFiles(page, [await plainPicture('plain-slate.png', '#336699'), VOICE.path]);
  await previewIsReady(page);
  await pause(page);
  const panel = await openCaptions(page);
  await writeCaptions(panel);
  const written = (await captionTexts(panel)).join(' ').toLowerCase().split(/\s+/);
  expect(written).toEqual(VOICE.words.map(({ text }) => text));

  await startShortExport(page, SECONDS);
  const video = await saveFinishedVideo(page, testInfo.outputPath('captioned.mp4'));

  const times = [...SILENT_TIMES, ...middles(EARLY), ...middles(LATE)].toSorted((a, b) => a - b);
  const frames = await framesAt(video, times);
  const frameAt = (time: number) => frames[times.indexOf(time)] as Picture;
  const [before, ...silences] = SILENT_TIMES.map(frameAt) as [Picture, ...Picture[]];
  for (const silence of silences) expect(differingArea(before, silence), 'while nothing is said').toBeNull();

  for (const time of [...middles(EARLY), ...middles(LATE)]) {
    const caption = differingArea(before, frameAt(time));
    expect(caption, `at ${time} s`).not.toBeNull();
    if (!caption) continue;
    expect(caption.y, `at ${time} s`).toBeGreaterThan(before.height / 2);
    expect(caption.width, `at ${time} s`).toBeGreaterThan(before.width / 10);
    expect(caption.height, `at ${time} s`).toBeGreaterThan(before.height / 50);
  }
  const [early, late] = [middles(EARLY).at(0), middles(LATE).at(-1)].map((time) => frameAt(time ?? 0));
  expect(early && late && differingArea(early, late), 'another caption for other words').not.toBeNull();
});
