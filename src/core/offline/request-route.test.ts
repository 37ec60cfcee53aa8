import { describe, expect, test } from 'vitest';
import { requestRoute } from './request-route.ts';

const GET = { method: 'GET', isNavigation: false, hasRange: false, isAnew: false };

describe('a request is answered', () => {
  test.each(['', 'index.html'])('by the kept page where it opens the product: “%s”', (path) => {
    expect(requestRoute({ ...GET, isNavigation: true, path })).toBe('page');
  });

  test('by the kept page also where the person reloads it', () => {
    expect(requestRoute({ ...GET, isNavigation: true, isAnew: true, path: '' })).toBe('page');
  });

  test.each(['assets/app-1234.js', 'demo/photo-1.jpg', 'icons/icon.svg'])(
    'by a kept file where there is one: %s',
    (path) => {
      expect(requestRoute({ ...GET, path })).toBe('file');
    },
  );

  test('by the freshest list of speech models', () => {
    expect(requestRoute({ ...GET, path: 'models/index.json' })).toBe('freshest');
  });

  test('by who keeps it where another app shares something, and by nobody else', () => {
    const shared = { ...GET, method: 'POST', isNavigation: true, path: 'share-target' };
    expect(requestRoute(shared)).toBe('share');
    expect(requestRoute({ ...shared, isNavigation: false })).toBe('network');
    expect(requestRoute({ ...shared, method: 'GET' })).toBe('network');
  });

  test.each([
    ['another address', { ...GET, path: null }],
    ['another page of the host', { ...GET, isNavigation: true, path: 'about.html' }],
    ['what is sent', { ...GET, method: 'POST', path: '' }],
    ['a part of a file', { ...GET, hasRange: true, path: 'demo/upbeat-1.mp3' }],
    ['a file anew', { ...GET, isAnew: true, path: 'assets/app-1234.js' }],
    ['a model of speech', { ...GET, path: 'models/whisper-tiny/config.json' }],
  ])('by the network alone where it is %s', (_, facts) => {
    expect(requestRoute(facts)).toBe('network');
  });
});
