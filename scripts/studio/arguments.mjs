import { UsageError } from '../lib/log.mjs';
import { BATCH_USAGE, readBatch } from './arguments/batch.mjs';
import { BEATS_USAGE, readBeats } from './arguments/beats.mjs';
import { CAPTION_USAGE, readCaption } from './arguments/caption.mjs';
import { CONVERT_USAGE, readConvert } from './arguments/convert.mjs';
import { IMPORT_USAGE, readImport } from './arguments/import.mjs';
import { MERGE_USAGE, readMerge } from './arguments/merge.mjs';
import { MUSIC_USAGE, readMusic } from './arguments/music.mjs';
import { EVERY_COMMAND, parse } from './arguments/parse.mjs';
import { RENDER_USAGE, readRender } from './arguments/render.mjs';
import { readWorkspace, WORKSPACE_USAGE } from './arguments/workspace.mjs';

/**
 * @typedef {import('./arguments/render.mjs').RenderArguments} RenderArguments
 * @typedef {import('./arguments/beats.mjs').BeatsArguments} BeatsArguments
 * @typedef {import('./arguments/caption.mjs').CaptionArguments} CaptionArguments
 * @typedef {import('./arguments/music.mjs').MusicArguments} MusicArguments
 * @typedef {import('./arguments/merge.mjs').MergeArguments} MergeArguments
 * @typedef {import('./arguments/batch.mjs').BatchArguments} BatchArguments
 * @typedef {import('./arguments/convert.mjs').ConvertArguments} ConvertArguments
 * @typedef {import('./arguments/import.mjs').ImportArguments} ImportArguments
 * @typedef {import('./arguments/workspace.mjs').WorkspaceArguments} WorkspaceArguments
 * @typedef {{ command: 'health' | 'metrics', profile: string | null }} ReportArguments
 * @typedef {{ command: 'help' }} HelpArguments
 * @typedef {RenderArguments | BeatsArguments | CaptionArguments | MusicArguments | MergeArguments | BatchArguments | ConvertArguments | ImportArguments | WorkspaceArguments} WorkArguments
 */

/** How each command reads its words. @satisfies {Record<string, (args: readonly string[]) => WorkArguments | ReportArguments>} */
const READERS = {
  render: readRender,
  beats: readBeats,
  caption: readCaption,
  music: readMusic,
  merge: readMerge,
  batch: readBatch,
  convert: readConvert,
  import: readImport,
  workspace: readWorkspace,
  health: (/** @type {readonly string[]} */ args) => readReport('health', args),
  metrics: (/** @type {readonly string[]} */ args) => readReport('metrics', args),
};

export const USAGE = [
  `Usage: npm run studio -- COMMAND [options]
`,
  RENDER_USAGE,
  BEATS_USAGE,
  CAPTION_USAGE,
  MUSIC_USAGE,
  MERGE_USAGE,
  BATCH_USAGE,
  CONVERT_USAGE,
  IMPORT_USAGE,
  WORKSPACE_USAGE,
  `  health    says whether this machine can make videos
  metrics   counts what the profile holds, and says how its exports have gone: success,
            time per step, waits, memory

  --profile DIR         keeps the browser's storage in this folder (else nothing is kept).
                        A render that was killed goes on from there when the same one is
                        asked for again: same files (by content) and same options, other
                        than --out and --thumbnail. stderr says so.
  --help                shows this

Progress goes to stderr; stdout gets one line of JSON for each result.`,
].join('\n');

/**
 * Reads the command line.
 * @param {readonly string[]} args
 * @returns {WorkArguments | ReportArguments | HelpArguments}
 * @throws {UsageError} that says what is right.
 */
export function readArguments(args) {
  const [command, ...rest] = args;
  if (command === undefined) throw new UsageError(`A command is missing.\n\n${USAGE}`);
  if (args.includes('--help')) return { command: 'help' };
  if (isCommand(command)) return READERS[command](rest);
  const known = Object.keys(READERS).join(', ');
  throw new UsageError(`There is no command "${command}". It is one of: ${known}.\n\n${USAGE}`);
}

/** @param {string} word @returns {word is keyof typeof READERS} */
function isCommand(word) {
  return Object.hasOwn(READERS, word);
}

/** @param {'health' | 'metrics'} command @param {readonly string[]} args @returns {ReportArguments} */
function readReport(command, args) {
  const { values, positionals } = parse(args, EVERY_COMMAND);
  if (positionals.length > 0) throw new UsageError(`${command} takes no files, but got "${positionals[0]}".`);
  return { command, profile: values.profile ?? null };
}
