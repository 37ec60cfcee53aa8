import { UsageError } from '../../lib/log.mjs';
import { EVERY_COMMAND, parse } from './parse.mjs';

export const IMPORT_USAGE = `  import FILES|URLS...  brings files, or what lies at https: addresses, into the library of the
                        profile; an address whose server cuts the line goes on where it was cut`;

/** @typedef {{ command: 'import', profile: string | null, sources: string[] }} ImportArguments */

/** @param {readonly string[]} args @returns {ImportArguments} */
export function readImport(args) {
  const { values, positionals } = parse(args, EVERY_COMMAND);
  if (positionals.length === 0)
    throw new UsageError('import needs files or addresses: import a.jpg https://host/b.mp4');
  return { command: 'import', profile: values.profile ?? null, sources: positionals };
}
