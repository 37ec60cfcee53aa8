import { expect, test } from 'vitest';
import { looksTheSame } from './same-scene.ts';
import type { Scene, SceneLayer } from './scene.ts';

const CANVAS = { width: 720, height: 1280 };
const GROUND: SceneLayer = { kind: 'fill', area: { x: 0, y: 0, ...CANVAS }, colour: '#050505', opacity: 1 };

function scene(frame: number, ...layers: SceneLayer[]): Scene {
  return { frame, canvas: { ...CANVAS }, layers: layers.map((layer) => ({ ...layer })) };
}

test('instants of equal layers look the same, whatever their numbers', () => {
  expect(looksTheSame(scene(4, GROUND), scene(5, GROUND))).toBe(true);
});

test.each<[string, Scene]>([
  ['another number deep inside a layer', scene(5, { ...GROUND, area: { x: 0, y: 0.01, ...CANVAS } })],
  ['another colour', scene(5, { ...GROUND, colour: '#060606' })],
  ['a layer more', scene(5, GROUND, GROUND)],
  ['no layer', scene(5)],
  ['another kind', scene(5, { kind: 'frame', preset: 'golden', colour: null })],
  ['another canvas', { ...scene(5, GROUND), canvas: { width: 721, height: 1280 } }],
])('%s is another picture', (_, other) => {
  expect(looksTheSame(scene(4, GROUND), other)).toBe(false);
  expect(looksTheSame(other, scene(4, GROUND))).toBe(false);
});
