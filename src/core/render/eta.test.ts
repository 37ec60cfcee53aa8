import { expect, test } from 'vitest';
import { EtaEstimator } from './eta.ts';

test('a steady pace predicts the end', () => {
  const eta = new EtaEstimator(900, 0);
  let answer: number | null = null;
  for (let frame = 1; frame <= 300; frame++) answer = eta.update(frame, frame / 60);
  expect(answer).toBeCloseTo(10, 1);
});

test('nothing is said before there is something to measure by', () => {
  const eta = new EtaEstimator(900, 0);
  expect(eta.update(0, 10)).toBeNull();
  expect(eta.update(30, 10.5)).toBeNull();
});

test('one long pause does not spoil the prediction', () => {
  const eta = new EtaEstimator(900, 0);
  let answer: number | null = null;
  for (let frame = 1; frame <= 300; frame++) answer = eta.update(frame, frame / 60 + (frame > 150 ? 600 : 0));
  expect(answer).toBeCloseTo(10, 1);
});

test('a lasting change of pace is followed', () => {
  const eta = new EtaEstimator(10_000, 0);
  let now = 0;
  let answer: number | null = null;
  for (let frame = 1; frame <= 3000; frame++) {
    now += frame <= 1000 ? 1 / 60 : 1 / 30;
    answer = eta.update(frame, now);
  }
  expect(answer).toBeCloseTo(7000 / 30, 0);
});

test('at the end nothing is left', () => {
  const eta = new EtaEstimator(100, 0);
  let answer: number | null = null;
  for (let frame = 1; frame <= 100; frame++) answer = eta.update(frame, frame);
  expect(answer).toBe(0);
});
