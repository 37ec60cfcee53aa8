import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from './paths.mjs';

/** By which doors other pages and foreign text could reach code: there are none in the sources. */

const sources = ['src', 'workers'].flatMap((folder) =>
  readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(inProject(folder, name), 'utf8') })),
);

function filesWith(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

test('only workers answer calls (Comlink’s expose)', () => {
  expect(filesWith(/import \{[^}]*\bexpose\b[^}]*\} from 'comlink'/)).toEqual(['workers/protocol/expose-worker.ts']);
});

test('no window listens to messages', () => {
  expect(filesWith(/\bwindow\.(?:addEventListener\(\s*'message'|onmessage\b)|\bwindowEndpoint\b/)).toEqual([]);
});

test('no text becomes markup or code', () => {
  expect(filesWith(/\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc)\b/)).toEqual([]);
  expect(filesWith(/\beval\(|\bnew Function\b|\bdocument\.write\b/)).toEqual([]);
});
