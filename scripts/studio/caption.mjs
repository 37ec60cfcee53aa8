import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { say, UsageError } from '../lib/log.mjs';
import { captionInPage, loadModelInPage, transcribeInPage } from './in-page/caption.mjs';
import { isFile, requireFolderOf } from './paths.mjs';
import { progressLine } from './progress-line.mjs';

/**
 * @typedef {import('./arguments.mjs').CaptionArguments} CaptionArguments
 * @typedef {import('./in-page/window.mjs').ErrorRecord} ErrorRecord
 * @typedef {import('../../src/app/api/speech.ts').SpeechAnswer} SpeechAnswer
 *
 * @typedef {Pick<SpeechAnswer, 'text' | 'language' | 'words' | 'cues'>} Captions times in seconds
 *
 * @typedef {{ path: string | null, frames: number | null, ms: number | null, error: ErrorRecord | null }} Captioned
 *
 * @typedef {object} CaptionReport one line of standard output.
 * @property {string} file
 * @property {string | null} text
 * @property {string | null} language
 * @property {number | null} words how many
 * @property {number | null} ms how long listening took, with the loading of the model for the first
 * @property {string | null} captioned the video with its captions; null where there is none
 * @property {number | null} frames of that video
 * @property {number | null} captioningMs
 * @property {ErrorRecord | null} error
 */

/** Of a model's folder, what may be read: its settings, and 8-bit weights. */
const MODEL_FILE = /\.json$|^onnx\/.*_quantized\.onnx$/;

/** @type {Captioned} */
const NOT_CAPTIONED = { path: null, frames: null, ms: null, error: null };

/** Looks at the files before a browser is started. @param {CaptionArguments} args @throws {UsageError} */
export function checkFiles({ files, model, json }) {
  for (const path of files) {
    if (!isFile(path)) throw new UsageError(`There is no file "${path}". (Words with spaces need quotes.)`);
  }
  const names = files.map((path) => basename(path));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new UsageError(`Two files are named "${twice}": results go by the name. Give them in two runs.`);
  if (!statSync(model, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`There is no folder "${model}"; --model names the folder of a Whisper model.`);
  }
  if (!isFile(join(model, 'config.json'))) {
    throw new UsageError(`The folder "${model}" holds no config.json: it is not a Whisper model for transformers.js.`);
  }
  if (json !== null) requireFolderOf(json);
}

/**
 * Writes down what is said in each file; one that fails does not stop the others.
 * @param {import('./session.mjs').Session} session
 * @param {CaptionArguments} args
 * @param {(report: CaptionReport) => void} onReport
 * @returns {Promise<boolean>} whether all went well.
 */
export async function captionAll(
  { page, files: exchange },
  { files, model, language, translate, look, soft, transcriptOnly, srt, vtt, json },
  onReport,
) {
  const show = progressLine();
  if (!transcriptOnly) await page.exposeFunction('reportJob', show.update);
  const addresses = offerModel(exchange, model);
  const loaded = await page.evaluateHandle(loadModelInPage, { name: basename(resolve(model)), addresses });
  /** @type {Record<string, Captions>} */
  const results = {};
  let isGood = true;
  for (const path of files) {
    const request = { media: exchange.offer(path), model: loaded, language, translate };
    const { heard, ms, error } = await page.evaluate(transcribeInPage, request);
    const stem = join(dirname(path), basename(path, extname(path)));
    /** @type {Captioned} */
    let captioned = NOT_CAPTIONED;
    if (heard) {
      const { text, language: spoken, words, cues } = heard;
      results[basename(path)] = { text, language: spoken, words, cues };
      if (srt) writeFileSync(`${stem}.srt`, heard.srt);
      if (vtt) writeFileSync(`${stem}.vtt`, heard.vtt);
      if (!transcriptOnly && cues.length === 0) say(`Nothing is said in ${path}: there are no captions to put on it.`);
      else if (!transcriptOnly) {
        const out = `${stem}_captioned.${soft ? 'mkv' : 'mp4'}`;
        const request = { media: exchange.offer(path), source: { cues }, language: spoken, look, soft };
        captioned = await captionOne(page, { ...request, videoAddress: exchange.expect(resolve(out)) }, resolve(out));
        show.end();
      }
    }
    const failure = error ?? captioned.error;
    if (failure) isGood = false;
    onReport({
      file: resolve(path),
      text: heard?.text ?? null,
      language: heard?.language ?? null,
      words: heard?.words.length ?? null,
      ms: rounded(ms),
      captioned: captioned.path,
      frames: captioned.frames,
      captioningMs: rounded(captioned.ms),
      error: failure,
    });
  }
  if (json !== null) writeFileSync(json, `${JSON.stringify(results)}\n`);
  return isGood;
}

/**
 * Puts its captions on a video; sound without pictures has no place for them.
 * @param {import('@playwright/test').Page} page
 * @param {Parameters<typeof captionInPage>[0]} request
 * @param {string} out
 * @returns {Promise<Captioned>}
 */
async function captionOne(page, request, out) {
  const { frames, ms, error } = await page.evaluate(captionInPage, request);
  if (error?.code === 'no-video-frames') return NOT_CAPTIONED;
  return { path: error ? null : out, frames, ms, error };
}

/** @param {number | null} ms */
function rounded(ms) {
  return ms === null ? null : Math.round(ms);
}

/**
 * @param {import('./file-exchange.mjs').FileExchange} exchange
 * @param {string} folder
 * @returns {Record<string, string>} addresses by path inside the folder.
 */
function offerModel(exchange, folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const wanted = paths.filter((path) => MODEL_FILE.test(path) && isFile(join(folder, path)));
  return Object.fromEntries(wanted.map((path) => [path, exchange.offer(join(folder, path))]));
}
