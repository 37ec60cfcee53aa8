import { describe, expect, test } from 'vitest';
import { type InstallPrompt, PageInstall } from './page-install.ts';

class OneSetting {
  #value: string | null = null;
  getItem = () => this.#value;
  setItem = (_: string, value: string) => {
    this.#value = value;
  };
}

function open({ settings = new OneSetting(), isInstalled = false, isByHand = false } = {}) {
  const page = new EventTarget();
  const install = new PageInstall({ page, settings, isInstalled, isByHand });
  return { page, install, settings };
}

/** The browser says that it would install the studio. @param outcome what the person answers it. */
function offerBy(page: EventTarget, outcome: 'accepted' | 'dismissed'): Event {
  const event: InstallPrompt = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
    prompt: async () => ({ outcome }),
  });
  page.dispatchEvent(event);
  return event;
}

describe('installing the studio', () => {
  test('is offered once the browser can, which does not ask by itself', () => {
    const { page, install } = open();
    expect(install.snapshot().way).toBe('none');
    const heard: string[] = [];
    install.subscribe(() => heard.push(install.snapshot().way));
    const event = offerBy(page, 'accepted');
    expect(event.defaultPrevented).toBe(true);
    expect(heard).toEqual(['ask']);
    expect(install.snapshot()).toEqual({ way: 'ask', isOffered: true });
  });

  test('is asked for once with each offer of the browser', async () => {
    const { page, install } = open();
    offerBy(page, 'accepted');
    await install.ask();
    expect(install.snapshot()).toEqual({ way: 'none', isOffered: true });
  });

  test('can be asked for again where the browser could not ask', async () => {
    const { page, install } = open();
    const prompt = () => Promise.reject(new DOMException('Not after a click.', 'NotAllowedError'));
    page.dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt }));
    await expect(install.ask()).rejects.toThrow('Not after a click.');
    expect(install.snapshot().way).toBe('ask');
  });

  test('is not offered again after a no to the browser, but stays in reach', async () => {
    const { page, install, settings } = open();
    offerBy(page, 'dismissed');
    await install.ask();
    offerBy(page, 'dismissed');
    expect(install.snapshot()).toEqual({ way: 'ask', isOffered: false });
    expect(open({ settings }).install.snapshot().isOffered).toBe(false);
  });

  test('is not offered again after it was put away', () => {
    const { page, install, settings } = open();
    offerBy(page, 'accepted');
    install.putAway();
    expect(install.snapshot()).toEqual({ way: 'ask', isOffered: false });
    expect(open({ settings }).install.snapshot().isOffered).toBe(false);
  });

  test('is over once it is done', () => {
    const { page, install } = open();
    offerBy(page, 'accepted');
    page.dispatchEvent(new Event('appinstalled'));
    expect(install.snapshot().way).toBe('none');
  });

  test('is done by hand where the browser never asks, until it is', () => {
    expect(open({ isByHand: true }).install.snapshot().way).toBe('by-hand');
    expect(open({ isByHand: true, isInstalled: true }).install.snapshot().way).toBe('none');
  });

  test('is not offered in the app itself', () => {
    const { page, install } = open({ isInstalled: true });
    offerBy(page, 'accepted');
    expect(install.snapshot().way).toBe('none');
  });
});
