import { afterEach, expect, test, vi } from 'vitest';
import { admitOwnScriptsOnly } from './own-scripts.ts';

afterEach(() => vi.unstubAllGlobals());

/** What a page at an address makes of another address, as the browser asks it. */
function rulesOf(page: string) {
  const createPolicy = vi.fn();
  vi.stubGlobal('document', { baseURI: page });
  vi.stubGlobal('window', { trustedTypes: { createPolicy } });
  admitOwnScriptsOnly();
  const [name, rules] = createPolicy.mock.lastCall ?? [];
  expect(name).toBe('default');
  return rules;
}

test('workers start from the folder of the product, whatever the page shows', () => {
  for (const page of ['https://host.example/studio/', 'https://host.example/studio/index.html?x=/#/library']) {
    const { createScriptURL } = rulesOf(page);
    const own = 'https://host.example/studio/assets/render-1.js';
    expect(createScriptURL(own)).toBe(own);
    expect(createScriptURL('assets/render-1.js')).toBe(own);
  }
});

test.each([
  'https://host.example/other/render-1.js',
  'https://host.example/studio-other/render-1.js',
  'https://host.example/studio/../other/render-1.js',
  'https://other.example/studio/render-1.js',
  '//other.example/studio/render-1.js',
  'blob:https://host.example/studio/1',
  'data:text/javascript,1',
  'javascript:1',
])('none starts from %s', (address) => {
  expect(rulesOf('https://host.example/studio/').createScriptURL(address)).toBeNull();
});

test('no text becomes markup or code: there is no rule that could let it', () => {
  expect(Object.keys(rulesOf('https://host.example/'))).toEqual(['createScriptURL']);
});
