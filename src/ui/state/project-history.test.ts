import { describe, expect, it } from 'vitest';
import { createProject } from '#core/project/project.ts';
import { createProjectHistory } from './project-history.ts';

function setUp() {
  const clock = { now: 0 };
  const history = createProjectHistory(createProject('p1', 0, 1), () => clock.now);
  const hook = () => history.current.getState().project.hook;
  const type = (text: string) => history.edit((project) => ({ ...project, hook: text }), 'hook');
  return { clock, history, hook, type };
}

describe('undo over the project', () => {
  it('takes back one edit at a time and puts it on again', () => {
    const { history, hook } = setUp();
    history.edit((project) => ({ ...project, hook: 'one' }));
    history.edit((project) => ({ ...project, hook: 'two' }));
    history.undo();
    expect(hook()).toBe('one');
    history.undo();
    expect(hook()).toBe('');
    history.redo();
    history.redo();
    expect(hook()).toBe('two');
  });

  it('takes back a burst of typing as one step', () => {
    const { clock, history, hook, type } = setUp();
    for (const text of ['G', 'Go', 'Gol', 'Gold']) {
      clock.now += 100;
      type(text);
    }
    clock.now += 2000;
    type('Gold!');
    history.undo();
    expect(hook()).toBe('Gold');
    history.undo();
    expect(hook()).toBe('');
  });

  it('takes back all that one press dragged as one step, however slowly, and no more than that', () => {
    const { clock, history, hook, type } = setUp();
    for (const texts of [
      ['a', 'ab', 'abc'],
      ['abcd', 'abcde'],
    ]) {
      history.press();
      for (const text of texts) {
        type(text);
        clock.now += 5000;
      }
      clock.now -= 5000;
      history.release();
    }
    type('by key');
    history.undo();
    expect(hook()).toBe('abcde');
    history.undo();
    expect(hook()).toBe('abc');
    history.undo();
    expect(hook()).toBe('');
  });

  it('takes back presses that follow each other closely as one step, where each edits once it is over', () => {
    const { clock, history, hook, type } = setUp();
    for (const text of ['1', '2', '3']) {
      history.press();
      history.release();
      type(text);
      clock.now += 300;
    }
    history.undo();
    expect(hook()).toBe('');
  });

  it('starts a new step when typing goes on after an undo', () => {
    const { history, hook, type } = setUp();
    type('a');
    history.undo();
    type('b');
    history.undo();
    expect(hook()).toBe('');
  });

  it('keeps no step for an edit that changes nothing', () => {
    const { history } = setUp();
    history.edit((project) => project);
    expect(history.past.getState().pastStates).toHaveLength(0);
  });

  it('cannot be undone past the opening of another project', () => {
    const { history, type } = setUp();
    type('a');
    history.open(createProject('p2', 0, 2));
    history.undo();
    expect(history.current.getState().project.id).toBe('p2');
  });
});
