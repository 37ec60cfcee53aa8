import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StudioError } from '#core/errors.ts';
import { createProject, type Project } from '#core/project/project.ts';
import { createAutosave } from './autosave.ts';

const EMPTY = createProject('p1', 0, 1);
const titled = (name: string): Project => ({ ...EMPTY, name });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('autosave', () => {
  it('writes once after a burst of edits, with the last state', async () => {
    const save = vi.fn(async () => {});
    const autosave = createAutosave(save);
    autosave.schedule(titled('a'));
    autosave.schedule(titled('ab'));
    expect(autosave.status.getState().kind).toBe('waiting');
    await vi.runAllTimersAsync();
    expect(save).toHaveBeenCalledTimes(1);
    expect(save).toHaveBeenCalledWith(titled('ab'));
    expect(autosave.status.getState().kind).toBe('saved');
  });

  it('writes at once when flushed, and nothing when nothing waits', async () => {
    const save = vi.fn(async () => {});
    const autosave = createAutosave(save);
    await autosave.flush();
    expect(save).not.toHaveBeenCalled();
    autosave.schedule(titled('a'));
    await autosave.flush();
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('never writes two states at the same time, and ends with the newest', async () => {
    const order: string[] = [];
    let running = 0;
    const autosave = createAutosave(async (project: Project) => {
      running++;
      expect(running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      order.push(project.name);
      running--;
    });
    autosave.schedule(titled('a'));
    const first = autosave.flush();
    await vi.advanceTimersByTimeAsync(500);
    autosave.schedule(titled('b'));
    const second = autosave.flush();
    await vi.runAllTimersAsync();
    await Promise.all([first, second]);
    expect(order).toEqual(['a', 'b']);
    expect(autosave.status.getState().kind).toBe('saved');
  });

  it('says why a write failed, and tries the same state again with the next flush', async () => {
    const full = new StudioError('disk-full', 'The disk is full.');
    const save = vi.fn<(project: Project) => Promise<void>>().mockRejectedValueOnce(full).mockResolvedValue();
    const autosave = createAutosave(save);
    autosave.schedule(titled('a'));
    await autosave.flush();
    expect(autosave.status.getState()).toEqual({ kind: 'failed', error: full });
    await autosave.flush();
    expect(save).toHaveBeenLastCalledWith(titled('a'));
    expect(autosave.status.getState().kind).toBe('saved');
  });

  it('tries a failed write again by itself, and not where a newer studio has taken over', async () => {
    const full = new StudioError('disk-full', 'The disk is full.');
    const newer = new StudioError('state-conflict', 'Reload the page.');
    const save = vi.fn<(project: Project) => Promise<void>>().mockRejectedValueOnce(full).mockResolvedValueOnce();
    const autosave = createAutosave(save);
    autosave.schedule(titled('a'));
    await vi.runAllTimersAsync();
    expect(save).toHaveBeenCalledTimes(2);
    expect(autosave.status.getState().kind).toBe('saved');
    save.mockRejectedValueOnce(newer);
    autosave.schedule(titled('b'));
    await vi.runAllTimersAsync();
    expect(save).toHaveBeenCalledTimes(3);
    expect(autosave.status.getState()).toEqual({ kind: 'failed', error: newer });
  });
});
