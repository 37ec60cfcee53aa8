import { expect, test } from 'vitest';
import { headersFor, META_POLICY, NETWORK_FOLDER } from './security-headers.mjs';

function sources(path: string, directive: string): string[] {
  const policy = headersFor(path)['Content-Security-Policy'] ?? '';
  const found = policy.split('; ').find((part) => part.startsWith(`${directive} `));
  return found?.split(' ').slice(1) ?? [];
}

test.each(['/', '/index.html', '/assets/app-1.js', `/${NETWORK_FOLDER}/download-1.js`])(
  '%s runs scripts of its own host only, and compiles nothing but WebAssembly',
  (path) => {
    expect(sources(path, 'script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(sources(path, 'object-src')).toEqual(["'none'"]);
    expect(sources(path, 'frame-ancestors')).toEqual(["'none'"]);
  },
);

test('in a page no text becomes markup, a style sheet or the address of a script', () => {
  for (const path of ['/', '/studio/index.html']) {
    expect(sources(path, 'require-trusted-types-for')).toEqual(["'script'"]);
    expect(sources(path, 'trusted-types')).toEqual(['default']);
    expect(headersFor(path)['Content-Security-Policy']).not.toContain("'unsafe-inline'");
  }
});

test('only the workers of downloads may ask other hosts, wherever the product lies', () => {
  for (const path of ['/', '/studio/', '/assets/speech-1.js', '/assets/ort-wasm-1.mjs', '/service-worker.js']) {
    expect(sources(path, 'connect-src').filter((source) => source.includes('http'))).toEqual([]);
  }
  expect(sources(`/studio/${NETWORK_FOLDER}/download-1.js`, 'connect-src')).toContain('https:');
});

test('every file comes isolated, with its type, and tells nobody where it was opened', () => {
  expect(headersFor('/assets/app.css')).toMatchObject({
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
});

test('what the page says of itself has nothing that is only heard in a header', () => {
  expect(META_POLICY).not.toMatch(/frame-ancestors|report-uri|sandbox/);
  expect(META_POLICY).toContain("default-src 'self'");
});
