import { describe, expect, it } from 'vitest';
import { freeWorkspaceName, LONGEST_WORKSPACE_NAME, workspaceName } from './workspace.ts';

describe('the name of a workspace', () => {
  it('is kept without the spaces around it', () => {
    expect(workspaceName('  Clara & Sons ', ['My studio'])).toBe('Clara & Sons');
  });

  it('is refused where it is empty, too long or taken, in capitals or not', () => {
    expect(() => workspaceName('   ', [])).toThrow('needs a name');
    expect(() => workspaceName('x'.repeat(LONGEST_WORKSPACE_NAME + 1), [])).toThrow('61 characters');
    expect(() => workspaceName('MY STUDIO', ['My studio'])).toThrow('is called “MY STUDIO” already');
  });

  it('gets a number where an archive brings one that is taken', () => {
    expect(freeWorkspaceName('Clara', [])).toBe('Clara');
    expect(freeWorkspaceName('Clara', ['clara', 'Clara (2)'])).toBe('Clara (3)');
    expect(freeWorkspaceName('', [])).toBe('Workspace');
    const long = 'x'.repeat(LONGEST_WORKSPACE_NAME);
    const numbered = freeWorkspaceName(long, [long]);
    expect(numbered).toHaveLength(LONGEST_WORKSPACE_NAME);
    expect(numbered).toMatch(/x \(2\)$/);
  });
});
