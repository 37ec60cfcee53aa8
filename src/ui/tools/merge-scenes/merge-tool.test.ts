import { describe, expect, test } from 'vitest';
import { createMergeTool, moved } from './merge-tool.ts';

const file = (name: string, type = '') => new File([name], name, { type });

function setUp() {
  let count = 0;
  // Nothing of the studio is called before the start.
  const tool = createMergeTool({} as Parameters<typeof createMergeTool>[0], () => `s${count++}`);
  const listed = () => tool.state.getState().scenes.map(({ picture, voice }) => [picture.name, voice?.name ?? null]);
  return { tool, listed };
}

describe('the list of scenes', () => {
  test('takes recordings as the voices of the scenes of their names, else of the first without one', () => {
    const { tool, listed } = setUp();
    tool.add([file('b.wav'), file('a.mp4'), file('b.jpg'), file('other.mp3')]);
    expect(listed()).toEqual([
      ['a.mp4', 'other.mp3'],
      ['b.jpg', 'b.wav'],
    ]);
  });

  test('says so where there is no scene for a recording', () => {
    const { tool } = setUp();
    tool.add([file('a.wav')]);
    expect(tool.state.getState().refusal).toContain('a.wav');
  });

  test('is moved within its ends, changed and shortened', () => {
    const { tool, listed } = setUp();
    tool.add(['a', 'b', 'c'].map((name) => file(`${name}.mp4`)));
    tool.move('s0', 2);
    tool.move('s2', -5);
    expect(listed().map(([name]) => name)).toEqual(['c.mp4', 'b.mp4', 'a.mp4']);
    tool.change('s1', { fit: 'contain' });
    tool.remove('s0');
    expect(tool.state.getState().scenes.map(({ id, fit }) => [id, fit])).toEqual([
      ['s2', 'cover'],
      ['s1', 'contain'],
    ]);
    expect(moved([], 's9', 1)).toEqual([]);
  });
});
