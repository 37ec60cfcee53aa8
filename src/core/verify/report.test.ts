import { describe, expect, it } from 'vitest';
import { imageAsset, lookupOf } from '../fixtures/assets.ts';
import { plainSources } from '../plan/plan-sources.ts';
import { planTimeline } from '../plan/plan-timeline.ts';
import { createProject, mediaItem } from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import { shotsOf } from '../timeline/timeline.ts';
import { chooseFrames, scenesDiffer } from './choose-frames.ts';
import { frameTimeError } from './frame-times.ts';
import { checkAtLeast, checkAtMost, checkIs, reportOf, unmeasured } from './output-report.ts';
import { reportInWords, wrongOutputError } from './report-in-words.ts';

const RATE = { numerator: 30, denominator: 1 };

describe('times of frames', () => {
  const times = Array.from({ length: 90 }, (_, frame) => frame / 30);

  it('are in place in any order of the file', () => {
    expect(frameTimeError([...times].reverse(), RATE)).toBeLessThan(0.001);
  });

  it('are a frame off where one is missing, doubled, late or early', () => {
    const frameMs = 1000 / 30;
    const without = times.filter((_, frame) => frame !== 40);
    const late = times.map((time, frame) => (frame === 40 ? time + 0.012 : time));
    expect(frameTimeError(without, RATE)).toBeCloseTo(frameMs, 3);
    expect(frameTimeError([...times, 1], RATE)).toBeCloseTo(frameMs, 3);
    expect(frameTimeError(late, RATE)).toBeCloseTo(12, 3);
    expect(
      frameTimeError(
        times.map((time) => time + 0.02),
        RATE,
      ),
    ).toBeCloseTo(20, 3);
  });
});

describe('the frames that are compared with the compositor', () => {
  const assets = lookupOf(imageAsset('a'), imageAsset('b'), imageAsset('c'));
  const items = ['a', 'b', 'c'].map((id) => mediaItem(id, id));
  const project = { ...createProject('p', 0, 1), items, lengthSeconds: 30 };
  const timeline = planTimeline(project, plainSources(assets), renderSettings('9:16', 'normal'));
  const chosen = chooseFrames(timeline);

  it('are the first, the last, and one at least in each group of pictures', () => {
    expect(chosen[0]).toBe(0);
    expect(chosen.at(-1)).toBe(timeline.durationFrames - 1);
    const groups = new Set(chosen.map((frame) => Math.floor(frame / 60)));
    expect(groups.size).toBe(Math.ceil(timeline.durationFrames / 60));
  });

  it('are those on both sides of cuts', () => {
    const cuts = shotsOf(timeline)
      .map((shot) => shot.start as number)
      .filter((start) => start > 0);
    expect(cuts.length).toBeGreaterThan(0);
    for (const cut of cuts) expect(chosen).toEqual(expect.arrayContaining([cut - 1, cut]));
  });

  it('are few, each once and in order', () => {
    expect(chosen.length).toBeLessThan(timeline.durationFrames / 15);
    expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
  });

  it('differ where the timeline moves', () => {
    expect(scenesDiffer(timeline, 10, 20)).toBe(true);
    expect(scenesDiffer(timeline, 10, 10)).toBe(false);
  });
});

describe('a report', () => {
  const good = checkIs('frames', 90, 90);
  const wrong = checkIs('colours', 'bt709 bt709 bt709 full', 'bt709 bt709 bt709 limited');

  it('passes when every check does', () => {
    expect(reportOf([good], 12.4)).toEqual({ passed: true, checks: [good], milliseconds: 12 });
    expect(reportOf([good, wrong], 1).passed).toBe(false);
  });

  it('holds limits as they are meant', () => {
    expect(checkAtMost('soundOffsetMilliseconds', 10, 10).passed).toBe(true);
    expect(checkAtMost('soundOffsetMilliseconds', 10.3, 10).passed).toBe(false);
    expect(checkAtLeast('lowestPictureDecibels', 19.9, 20).passed).toBe(false);
    expect(unmeasured(checkAtLeast('lowestPictureDecibels', 0, 20))).toMatchObject({ passed: true, measured: null });
  });

  it('is told in sentences, what failed first', () => {
    const lines = reportInWords(reportOf([good, unmeasured(checkAtMost('soundOffsetMilliseconds', 0, 10)), wrong], 1));
    expect(lines).toEqual([
      'The colours are marked as bt709 bt709 bt709 full instead of bt709 bt709 bt709 limited.',
      'Every frame is in the file.',
      'Sound and picture are together: nothing to measure.',
    ]);
  });

  it('makes an error that says what is wrong and what to do, and is tried again', () => {
    const error = wrongOutputError(reportOf([good, wrong], 1));
    expect(error).toMatchObject({ code: 'output-wrong', errorClass: 'recoverable' });
    expect(error.message).toMatch(/did not pass its check\. The colours .* Export it again\.$/);
    expect(error.details.value).toBe('bt709 bt709 bt709 full');
  });

  it('crosses as JSON', () => {
    const report = reportOf([good, wrong], 1);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});
