import { UsageError } from '../../lib/log.mjs';
import { EVERY_COMMAND, parse } from './parse.mjs';

export const BATCH_USAGE = `  batch     makes a video of each row of a table; a row that is wrong fails alone
    --csv FILE          its first row names the columns: hook, photos (several with | between
                        them), track, name, length, style, format; paths beside that file
    --out-dir DIR       where the MP4s go, named by row and name
    --style, --format, --quality  as of render, for rows that say nothing else`;

/**
 * @typedef {{ command: 'batch', profile: string | null, csv: string, outDir: string, style: string | null,
 *   format: string | null, quality: string | null }} BatchArguments
 */

/** @param {readonly string[]} args @returns {BatchArguments} */
export function readBatch(args) {
  const names = ['csv', 'out-dir', 'style', 'format', 'quality'];
  const { values, positionals } = parse(args, {
    ...EVERY_COMMAND,
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  });
  if (positionals.length > 0) throw new UsageError(`batch takes its rows from a file, but got "${positionals[0]}".`);
  if (!values.csv) throw new UsageError('batch needs its rows: --csv jobs.csv');
  if (!values['out-dir']) throw new UsageError('batch needs to know where the videos go: --out-dir videos');
  return {
    command: 'batch',
    profile: values.profile ?? null,
    csv: values.csv,
    outDir: values['out-dir'],
    style: values.style ?? null,
    format: values.format ?? null,
    quality: values.quality ?? null,
  };
}
