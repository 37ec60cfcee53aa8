import { expect, test } from 'vitest';
import { createProject, mediaItem, type Project } from './project.ts';
import { isSameVideo } from './same-video.ts';

function project(change: Partial<Project> = {}): Project {
  const items = [mediaItem('first', 'asset-a'), mediaItem('second', 'asset-b')];
  return { ...createProject('p', 1, 7), items, hook: 'Hello', ...change };
}

test('a project made again from the same files and choices makes the same video', () => {
  const again = { ...project(), id: 'q', createdAt: 2, updatedAt: 3 };
  const renamed = { ...again, items: [mediaItem('x', 'asset-a'), mediaItem('y', 'asset-b')] };
  expect(isSameVideo(project(), renamed)).toBe(true);
});

test('the order in which a row holds its fields does not matter', () => {
  const turned = Object.fromEntries(Object.entries(project()).reverse()) as unknown as Project;
  expect(isSameVideo(project(), turned)).toBe(true);
});

test.each<[string, Partial<Project>]>([
  ['other files', { items: [mediaItem('first', 'asset-a'), mediaItem('second', 'asset-c')] }],
  ['another order', { items: [mediaItem('first', 'asset-b'), mediaItem('second', 'asset-a')] }],
  ['another hook', { hook: 'Goodbye' }],
  ['another quality', { quality: 'eco' }],
  ['another seed', { seed: 8 }],
])('%s make another video', (_, change) => {
  expect(isSameVideo(project(), project(change))).toBe(false);
});
