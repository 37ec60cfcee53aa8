import type { Scene } from './scene.ts';

/** Whether two instants look alike: all but their number is equal. What was drawn for one is then the other's picture. */
export function looksTheSame(one: Scene, other: Scene): boolean {
  return isEqual(one.canvas, other.canvas) && isEqual(one.layers, other.layers);
}

/** Of plain data: numbers, strings, flags, null, and lists and records of them. */
function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => name in other && isEqual(Reflect.get(one, name), Reflect.get(other, name)));
}
