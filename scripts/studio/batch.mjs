import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { say, UsageError } from '../lib/log.mjs';
import { queueBatchInPage, readBatchInPage } from './in-page/batch.mjs';
import { jobInPage } from './in-page/jobs.mjs';
import { isFile } from './paths.mjs';
import { progressLine } from './progress-line.mjs';
import { followJob } from './render.mjs';

/**
 * @typedef {import('./arguments.mjs').BatchArguments} BatchArguments
 * @typedef {import('./render.mjs').RenderReport} RenderReport
 * @typedef {RenderReport & { row: number | null, hook: string | null }} RowReport one line of standard output; a table that
 * cannot be read has one alone, without a row.
 */

/** Looks at the files before a browser is started. @param {BatchArguments} args @throws {UsageError} */
export function checkFiles({ csv, outDir }) {
  if (!isFile(csv)) throw new UsageError(`There is no file "${csv}". (Words with spaces need quotes.)`);
  if (existsSync(outDir) && isFile(outDir)) throw new UsageError(`"${outDir}" is a file; it has to name a folder.`);
}

/**
 * Makes a video of each row, and writes each as soon as it is ready.
 * @param {import('./session.mjs').Session} session
 * @param {BatchArguments} args
 * @param {(report: RowReport) => void} onReport
 * @param {AbortSignal} signal cancels what has not ended.
 * @returns {Promise<boolean>} whether every row has its video.
 */
export async function makeBatch(session, args, onReport, signal) {
  const { page, files } = session;
  const read = await page.evaluate(readBatchInPage, files.offer(resolve(args.csv)));
  const queued = read.table && (await page.evaluate(queueBatchInPage, requestFor(args, read.table, files)));
  const error = read.error ?? queued?.error ?? null;
  if (error) {
    say(error.message);
    onReport({ ...NOT_MADE, row: null, hook: null, error });
    return false;
  }
  if (read.table && read.table.unknownColumns.length > 0) {
    say(`Columns that nobody knows were left out: ${read.table.unknownColumns.join(', ')}`);
  }
  mkdirSync(args.outDir, { recursive: true });
  const show = progressLine();
  await page.exposeFunction('reportJob', show.update);
  let allWell = true;
  for (const { row, fileName, hook, jobId, resumed, error: refusal } of queued?.rows ?? []) {
    const out = join(args.outDir, `${fileName}.mp4`);
    const report =
      jobId === null
        ? { ...NOT_MADE, error: refusal }
        : await followJob(
            session,
            { job: await page.evaluate(jobInPage, jobId), resumed, error: null },
            { out, thumbnail: null },
            { signal, show },
          );
    if (report.error) say(`Row ${row}: ${report.error.message}`);
    onReport({ row, hook, ...report });
    allWell &&= report.status === 'completed';
  }
  return allWell;
}

/** @type {RenderReport} */
const NOT_MADE = {
  jobId: null,
  status: 'failed',
  frames: null,
  processingTimeMs: null,
  stagesMs: {},
  output: null,
  thumbnail: null,
  error: null,
};

/**
 * Names in the table are paths beside it; for one that is not there its rows say so.
 * @param {BatchArguments} args
 * @param {{ rows: readonly object[], files: readonly string[] }} table
 * @param {import('./file-exchange.mjs').FileExchange} exchange
 */
function requestFor({ csv, style, format, quality }, { rows, files }, exchange) {
  const folder = dirname(resolve(csv));
  const found = files.flatMap((name) => {
    const path = resolve(folder, name);
    return isFile(path) ? [[name, exchange.offer(path)]] : [];
  });
  const request = {
    rows,
    files: Object.fromEntries(found),
    ...(style !== null && { style }),
    ...(format !== null && { format }),
    ...(quality !== null && { quality }),
  };
  // Words from a command line: the page's schema checks them, and names the ones that it takes.
  return /** @type {Parameters<typeof queueBatchInPage>[0]} */ (request);
}
