import { parseArgs } from 'node:util';
import { UsageError } from '../../lib/log.mjs';

/** What all commands have in common in reading their words. */

export const SEE_HELP = 'All options: npm run studio -- --help';

/** Options that every command takes. */
export const EVERY_COMMAND = { profile: { type: 'string' }, help: { type: 'boolean' } };

/** Ranges are checked by the page. @param {string} option @param {string} text @param {string} rule */
export function readNumber(option, text, rule) {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new UsageError(`${option} is "${text}"; it has to be ${rule}.`);
}

/**
 * @param {readonly string[]} args
 * @param {Record<string, { type: string, multiple?: boolean }>} options
 */
export function parse(args, options) {
  try {
    const config = /** @type {import('node:util').ParseArgsConfig['options']} */ (options);
    const { values, positionals, tokens } = parseArgs({
      ...{ args: [...args], options: config, allowPositionals: true, tokens: true },
    });
    return {
      positionals,
      values: /** @type {Record<string, string | undefined>} */ (values),
      tokens: /** @type {readonly { kind: string, name?: string, value?: string }[]} */ (tokens),
    };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${SEE_HELP}`);
  }
}
