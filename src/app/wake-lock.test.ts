import { describe, expect, it } from 'vitest';
import { RenderWakeLock } from './wake-lock.ts';

class FakeSentinel extends EventTarget {
  released = false;
  readonly type = 'screen';
  onrelease = null;
  async release(): Promise<void> {
    if (this.released) return;
    this.released = true;
    this.dispatchEvent(new Event('release'));
  }
}

class FakePage extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  turn(visibilityState: DocumentVisibilityState): void {
    this.visibilityState = visibilityState;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

function machine(stored: Record<string, string> = {}) {
  const settings = new Map(Object.entries(stored));
  const given: FakeSentinel[] = [];
  const page = new FakePage();
  const browser = { refuses: false, answer: Promise.resolve() };
  const tools = {
    page,
    settings: {
      getItem: (key: string) => settings.get(key) ?? null,
      setItem: (key: string, value: string) => void settings.set(key, value),
    },
    wakeLock: {
      async request() {
        await browser.answer;
        if (browser.refuses) throw new DOMException('Low battery.', 'NotAllowedError');
        const sentinel = new FakeSentinel();
        given.push(sentinel);
        return sentinel;
      },
    },
  };
  return { tools, page, browser, settings, held: () => given.filter((lock) => !lock.released).length };
}

/** Lets everything happen that waits for nothing but its turn. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the screen', () => {
  it('is kept awake from the first frame of a render to its last', async () => {
    const { tools, held } = machine();
    const awake = new RenderWakeLock(tools);
    expect(held()).toBe(0);
    awake.setRendering(true);
    await settled();
    expect(held()).toBe(1);
    expect(awake.snapshot().lock).toBe('held');
    awake.setRendering(true);
    await settled();
    expect(held()).toBe(1);
    awake.setRendering(false);
    await settled();
    expect(held()).toBe(0);
    expect(awake.snapshot().lock).toBe('none');
  });

  it('may sleep where the person says so, at once and at the next visit', async () => {
    const { tools, held, settings } = machine();
    const awake = new RenderWakeLock(tools);
    awake.setRendering(true);
    await settled();
    awake.allow(false);
    await settled();
    expect(held()).toBe(0);
    const later = new RenderWakeLock(machine(Object.fromEntries(settings)).tools);
    expect(later.snapshot().allowed).toBe(false);
    awake.allow(true);
    await settled();
    expect(held()).toBe(1);
  });

  it('is kept awake again when the person comes back to the page', async () => {
    const { tools, page, held } = machine();
    const awake = new RenderWakeLock(tools);
    awake.setRendering(true);
    await settled();
    page.turn('hidden');
    await settled();
    expect(held()).toBe(0);
    page.turn('visible');
    await settled();
    expect(held()).toBe(1);
  });

  it('is let go when the render ends before the browser has answered', async () => {
    const { tools, browser, held } = machine();
    let answer = () => {};
    browser.answer = new Promise((resolve) => {
      answer = resolve;
    });
    const awake = new RenderWakeLock(tools);
    awake.setRendering(true);
    awake.setRendering(false);
    answer();
    await settled();
    expect(held()).toBe(0);
    expect(awake.snapshot().lock).toBe('none');
  });

  it('is asked for again at the next occasion where the device has refused', async () => {
    const { tools, browser, page, held } = machine();
    const awake = new RenderWakeLock(tools);
    browser.refuses = true;
    awake.setRendering(true);
    await settled();
    expect(awake.snapshot().lock).toBe('refused');
    browser.refuses = false;
    page.turn('visible');
    await settled();
    expect(held()).toBe(1);
    expect(awake.snapshot().lock).toBe('held');
  });

  it('is left alone where the browser has no such thing', async () => {
    const awake = new RenderWakeLock({ ...machine().tools, wakeLock: undefined });
    awake.setRendering(true);
    await settled();
    expect(awake.supported).toBe(false);
    expect(awake.snapshot().lock).toBe('none');
  });
});
