import { FILM_SECONDS, musicMemory, musicSpeed } from './background-music.mjs';
import { captioningSpeed, transcodingSpeed } from './captioning.mjs';
import { timeToInteractive, timeToSampleVideo } from './first-load.mjs';
import { importLarge, importMany } from './importing.mjs';
import { longestTaskOfTable, scrolledFrames } from './long-lists.mjs';
import { longestTaskOfListening, longestTaskOfTool } from './main-thread.mjs';
import {
  beatAnalysis,
  clipExport,
  encoderAlone,
  nativeClips,
  nativeComposition,
  peakMemory,
  peakMemoryOfClips,
  poolSpeeds,
  prepareExportBench,
  renderAlone,
  segmentCost,
  wholeExport,
} from './measurements.mjs';
import { mergeInPage, nativeConcat } from './merging.mjs';

/** What the bench measures, in groups that can be run alone, and what each figure has to be. */

/**
 * @typedef {import('../studio/session.mjs').Session} Session
 * @typedef {{ name: string, value: number, target: string, met: boolean }} Verdict
 * @typedef {<T>(work: (session: Session) => Promise<T>) => Promise<T>} InSession a browser of its own for each piece of work
 * @typedef {(name: string, unit: string, value: number) => void} Note
 * @typedef {object} Group
 * @property {(bench: { run: number, note: Note, inSession: InSession }) => Promise<void>} measure once; `run` counts from 0
 * @property {(medians: ReadonlyMap<string, number>) => Verdict[]} judge nothing where a figure is missing
 */

const VIDEO_FRAMES = 900;
/** 500 MB, which is what was asked for. */
const MOST_MEBIBYTES = 500e6 / 2 ** 20;
/** Under a file of 2 GB. */
const MOST_MUSIC_MEBIBYTES = 300;
/** While a file of 2 GB comes from an address: 300 MB. */
const MOST_DOWNLOAD_MEBIBYTES = 300e6 / 2 ** 20;

/** Of somebody who has never been here, in seconds. */
const LONGEST_LOAD = 4;
const LONGEST_SAMPLE = 60;

/** From here on a page feels slow, and browsers call a task long. */
const LONGEST_TASK_MS = 50;
/** Of a screen that shows 60 a second, and one lost in each second or two. */
const LEAST_SCROLLED_FRAMES = 59;
/** While hundreds of files come in. */
const LONGEST_IMPORT_TASK_MS = 100;

/** @type {Readonly<Record<string, Group>>} */
export const GROUPS = {
  export: {
    async measure({ note, inSession }) {
      note('whole export in the page', 'frames/s', await inSession(wholeExport));
      await inSession(async (session) => {
        await prepareExportBench(session);
        const encoder = await encoderAlone(session, 'webcodecs');
        note('encoder alone', 'frames/s', encoder);
        const render = await renderAlone(session);
        note('render worker', 'frames/s', render);
        note('render worker / encoder alone', 'ratio', render / encoder);
      });
    },
    judge: (medians) => [
      ...under('30 s of video takes (s)', perVideo(medians.get('whole export in the page')), 20),
      ...atLeast('render worker / encoder alone', medians.get('render worker / encoder alone'), 0.8),
    ],
  },

  segments: {
    async measure({ run, note, inSession }) {
      const { speed, size } = await inSession((session) => segmentCost(session, run));
      note('segments cost, speed', 'share', 1 - speed);
      note('segments cost, size', 'share', size - 1);
    },
    judge: (medians) => [
      ...under('segments cost, speed', medians.get('segments cost, speed'), 0.03),
      ...under('segments cost, size', medians.get('segments cost, size'), 0.03),
    ],
  },

  pool: {
    async measure({ note, inSession }) {
      const { bySize, chosen } = await inSession(poolSpeeds);
      for (const [workers, speed] of bySize) note(`pool of ${workers}`, 'frames/s', speed);
      note('pool, workers chosen', 'workers', chosen);
      note('pool, chosen / best', 'ratio', (bySize.get(chosen) ?? 0) / Math.max(...bySize.values()));
    },
    judge: (medians) => atLeast('pool, chosen / best', medians.get('pool, chosen / best'), 0.95),
  },

  wasm: {
    async measure({ note, inSession }) {
      await inSession(async (session) => {
        await prepareExportBench(session);
        note('ffmpeg.wasm x264 alone', 'frames/s', await encoderAlone(session, 'ffmpeg'));
      });
    },
    judge: () => [],
  },

  native: {
    async measure({ note }) {
      note('native ffmpeg, same composition', 'frames/s', await nativeComposition());
    },
    judge: (medians) =>
      atLeast(
        'whole export / native ffmpeg',
        ratio(medians.get('whole export in the page'), medians.get('native ffmpeg, same composition')),
        1.5,
      ),
  },

  clips: {
    async measure({ note, inSession }) {
      note('five clips, crossfades and grade', 'frames/s', await inSession(clipExport));
      note('native ffmpeg, same clips', 'frames/s', await nativeClips());
      note('memory above idle, five clips', 'MiB', await inSession(peakMemoryOfClips));
    },
    judge: (medians) => [
      ...under('30 s from five clips takes (s)', perVideo(medians.get('five clips, crossfades and grade')), 60),
      ...printed(
        'five clips / native ffmpeg',
        ratio(medians.get('five clips, crossfades and grade'), medians.get('native ffmpeg, same clips')),
      ),
      ...under('memory above idle, five clips (MiB)', medians.get('memory above idle, five clips'), MOST_MEBIBYTES),
    ],
  },

  memory: {
    async measure({ note, inSession }) {
      note('memory above idle, 30 s', 'MiB', await inSession((session) => peakMemory(session, 30)));
      note('memory above idle, 120 s', 'MiB', await inSession((session) => peakMemory(session, 120)));
    },
    judge: (medians) => [
      ...under('memory above idle, 30 s (MiB)', medians.get('memory above idle, 30 s'), MOST_MEBIBYTES),
      ...under(
        'memory, 120 s / 30 s',
        ratio(medians.get('memory above idle, 120 s'), medians.get('memory above idle, 30 s')),
        1.2,
      ),
    ],
  },

  beats: {
    async measure({ run, note, inSession }) {
      note('beats of 60 s', 's', (await inSession((session) => beatAnalysis(session, 60))) / 1000);
      // Once is enough to see that it ends, and takes minutes.
      if (run > 0) return;
      note('beats of 60 min', 's', (await inSession((session) => beatAnalysis(session, 3600))) / 1000);
    },
    judge: (medians) => under('beats of 60 s take (s)', medians.get('beats of 60 s'), 6),
  },

  music: {
    async measure({ run, note, inSession }) {
      const seconds = await inSession((session) => musicSpeed(session, FILM_SECONDS));
      note('music under 10 min of 1080p', 's', seconds);
      note('music under it / native playback', 'ratio', FILM_SECONDS / seconds);
      // Once is enough to see that it stays flat.
      if (run > 0) return;
      const [short, long] = [
        await inSession((session) => musicMemory(session, 'short')),
        await inSession((session) => musicMemory(session, 'long')),
      ];
      note('memory above idle, music under 0.2 GB', 'MiB', short);
      note('memory above idle, music under 2 GB', 'MiB', long);
    },
    judge: (medians) => [
      ...atLeast('music / native playback', medians.get('music under it / native playback'), 5),
      ...under(
        'memory, music under 2 GB (MiB)',
        medians.get('memory above idle, music under 2 GB'),
        MOST_MUSIC_MEBIBYTES,
      ),
    ],
  },

  merge: {
    async measure({ note, inSession }) {
      const [merged, native] = [await inSession(mergeInPage), await nativeConcat()];
      note('merging 50 scenes of 1 s', 's', merged);
      note('native ffmpeg concat of them', 's', native);
      note('merging / native concat', 'times as long', merged / native);
    },
    judge: (medians) => printed('merging / native concat', medians.get('merging / native concat')),
  },

  import: {
    async measure({ note, inSession }) {
      const many = await inSession(importMany);
      note('500 mixed files', 'files/s', many.perSecond);
      note('500 mixed files, refusals explained', 'share', many.explained);
      note('500 mixed files, longest task', 'ms', many.longestTask);
      note('500 mixed files, memory above idle', 'MiB', many.memory);
      const large = await inSession(importLarge);
      note('2 GB by URL, cut half-way', 's', large.seconds);
      note('2 GB by URL, memory above idle', 'MiB', large.memory);
    },
    judge: (medians) => [
      ...atLeast('500 mixed files, refusals explained', medians.get('500 mixed files, refusals explained'), 1),
      ...under(
        '500 mixed files, longest task (ms)',
        medians.get('500 mixed files, longest task'),
        LONGEST_IMPORT_TASK_MS,
      ),
      ...under('500 mixed files, memory (MiB)', medians.get('500 mixed files, memory above idle'), MOST_MEBIBYTES),
      ...under('2 GB by URL, memory (MiB)', medians.get('2 GB by URL, memory above idle'), MOST_DOWNLOAD_MEBIBYTES),
    ],
  },

  load: {
    async measure({ note }) {
      note('first load over slow 4G, interactive', 's', await timeToInteractive());
      note('sample video from a cold cache', 's', await timeToSampleVideo());
    },
    judge: (medians) => [
      ...under(
        'first load over slow 4G, interactive (s)',
        medians.get('first load over slow 4G, interactive'),
        LONGEST_LOAD,
      ),
      ...under('sample video from a cold cache (s)', medians.get('sample video from a cold cache'), LONGEST_SAMPLE),
    ],
  },

  lists: {
    async measure({ note, inSession }) {
      note('scrolling through 5,000 assets', 'frames/s', await inSession(scrolledFrames));
      note('longest task, a table of 200 rows', 'ms', await inSession(longestTaskOfTable));
    },
    judge: (medians) => [
      ...atLeast(
        'scrolling through 5,000 assets (frames/s)',
        medians.get('scrolling through 5,000 assets'),
        LEAST_SCROLLED_FRAMES,
      ),
      ...under(
        'longest task, a table of 200 rows (ms)',
        medians.get('longest task, a table of 200 rows'),
        LONGEST_TASK_MS,
      ),
    ],
  },

  captions: {
    async measure({ note, inSession }) {
      const plain = await inSession(transcodingSpeed);
      note('plain transcode of 60 s of 1080p', 'frames/s', plain);
      for (const look of /** @type {const} */ (['classic', 'karaoke', 'pop'])) {
        const speed = await inSession((session) => captioningSpeed(session, look));
        note(`captioning it, ${look}`, 'frames/s', speed);
        note(`captioning / plain transcode, ${look}`, 'ratio', speed / plain);
      }
      note('longest task, captions of 3 min', 'ms', await inSession(longestTaskOfListening));
      note('longest task, captioning 60 s', 'ms', await inSession(longestTaskOfTool));
    },
    judge: (medians) => [
      ...['classic', 'karaoke', 'pop'].flatMap((look) => {
        const name = `captioning / plain transcode, ${look}`;
        return atLeast(name, medians.get(name), 0.8);
      }),
      ...['longest task, captions of 3 min', 'longest task, captioning 60 s'].flatMap((name) =>
        under(`${name} (ms)`, medians.get(name), LONGEST_TASK_MS),
      ),
    ],
  },
};

/** Seconds for the video. @param {number | undefined} framesPerSecond */
function perVideo(framesPerSecond) {
  return ratio(VIDEO_FRAMES, framesPerSecond);
}

/** @param {number | undefined} value @param {number | undefined} other */
function ratio(value, other) {
  return value === undefined || other === undefined ? undefined : value / other;
}

/** @param {string} name @param {number | undefined} value @param {number} limit @returns {Verdict[]} */
function under(name, value, limit) {
  return value === undefined ? [] : [{ name, value, target: `under ${limit.toFixed(2)}`, met: value < limit }];
}

/** @param {string} name @param {number | undefined} value @param {number} limit @returns {Verdict[]} */
function atLeast(name, value, limit) {
  return value === undefined ? [] : [{ name, value, target: `at least ${limit.toFixed(2)}`, met: value >= limit }];
}

/** @param {string} name @param {number | undefined} value @returns {Verdict[]} */
function printed(name, value) {
  return value === undefined ? [] : [{ name, value, target: 'printed', met: true }];
}
