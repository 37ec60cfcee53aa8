import { StudioError } from '../errors.ts';

/** A place of its own: one database and one folder. Nothing crosses from one to another. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** In characters. */
export const LONGEST_WORKSPACE_NAME = 60;

/**
 * A name as it may be kept: without spaces around it.
 * @param taken names of the other workspaces.
 * @throws StudioError `input-invalid`, `state-conflict` where another has the name already, in capitals or not.
 */
export function workspaceName(text: string, taken: readonly string[]): string {
  const name = text.trim();
  if (name === '') {
    throw new StudioError('input-invalid', 'A workspace needs a name: type one.', { rule: 'at least 1 character' });
  }
  if (name.length > LONGEST_WORKSPACE_NAME) {
    throw new StudioError(
      'input-invalid',
      `This name has ${name.length} characters; a workspace's may have ${LONGEST_WORKSPACE_NAME}. Make it shorter.`,
      { rule: `at most ${LONGEST_WORKSPACE_NAME} characters`, value: name.length },
    );
  }
  if (isTaken(name, taken)) {
    throw new StudioError('state-conflict', `Another workspace is called “${name}” already. Choose another name.`, {
      rule: 'one workspace for each name',
      value: name,
    });
  }
  return name;
}

/** A name that no other workspace has: with the first number behind it that makes it so. */
export function freeWorkspaceName(text: string, taken: readonly string[]): string {
  const name = text.trim().slice(0, LONGEST_WORKSPACE_NAME) || 'Workspace';
  if (!isTaken(name, taken)) return name;
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const numbered = `${name.slice(0, LONGEST_WORKSPACE_NAME - ending.length).trimEnd()}${ending}`;
    if (!isTaken(numbered, taken)) return numbered;
  }
}

function isTaken(name: string, taken: readonly string[]): boolean {
  return taken.some((other) => other.toLowerCase() === name.toLowerCase());
}
