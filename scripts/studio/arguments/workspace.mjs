import { UsageError } from '../../lib/log.mjs';
import { EVERY_COMMAND, parse } from './parse.mjs';

export const WORKSPACE_USAGE = `  workspace export      writes a whole workspace of the profile to one file: media, projects,
                        finished videos
    --out FILE          where the ZIP goes
    --name NAME         of the workspace; else the one that was opened last
  workspace import FILE makes a new workspace of such a file`;

/**
 * @typedef {{ command: 'workspace', profile: string | null, action: 'export' | 'import', archive: string,
 *   name: string | null }} WorkspaceArguments
 */

/** @param {readonly string[]} args @returns {WorkspaceArguments} */
export function readWorkspace(args) {
  const { values, positionals } = parse(args, {
    ...EVERY_COMMAND,
    out: { type: 'string' },
    name: { type: 'string' },
  });
  const [action, archive, ...others] = positionals;
  const profile = values.profile ?? null;
  if (action === 'export' && archive === undefined) {
    if (!values.out) throw new UsageError('workspace export needs to know where the file goes: --out studio.zip');
    if (!profile) throw new UsageError('workspace export needs a profile that holds one: --profile DIR');
    return { command: 'workspace', profile, action, archive: values.out, name: values.name ?? null };
  }
  if (action === 'import' && archive !== undefined && others.length === 0) {
    return { command: 'workspace', profile, action, archive, name: null };
  }
  throw new UsageError('It is "workspace export --out studio.zip --profile DIR" or "workspace import studio.zip".');
}
