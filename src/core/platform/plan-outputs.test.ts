import { expect, test } from 'vitest';
import { createProject, type Project } from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import { checkPlatforms } from './check-platforms.ts';
import { planOutputs } from './plan-outputs.ts';
import { PLATFORM_PRESETS, PLATFORMS } from './platforms.ts';

const project = (changes: Partial<Project> = {}): Project => ({ ...createProject('p', 0, 1), ...changes });
const platformsOf = (outputs: ReturnType<typeof planOutputs>) => outputs.map(({ platforms }) => platforms);

test('a video for no platform is made as it is', () => {
  const wide = project({ format: '16:9', lengthSeconds: 90 });
  expect(planOutputs(wide, [], 90)).toEqual([{ platforms: [], project: wide, mostVideoBitRate: null }]);
});

test('platforms that take the same video share one, and each other format is one more', () => {
  const outputs = planOutputs(project(), PLATFORMS, 12);
  expect(platformsOf(outputs)).toEqual([
    ['tiktok', 'reels', 'shorts', 'stories', 'whatsapp-status'],
    ['feed-portrait'],
    ['feed-square'],
  ]);
  expect(outputs.map((output) => output.project.format)).toEqual(['9:16', '4:5', '1:1']);
  expect(outputs.map(({ mostVideoBitRate }) => mostVideoBitRate)).toEqual([null, null, null]);
});

test('a video that is too long for one platform is shorter there alone', () => {
  const outputs = planOutputs(project({ quality: 'eco' }), ['tiktok', 'shorts', 'stories'], 200);
  expect(outputs.map((output) => [output.platforms, output.project.lengthSeconds])).toEqual([
    [['tiktok'], null],
    [['shorts'], 180],
    [['stories'], 60],
  ]);
});

test('a video that is too large for a platform gets the bit rate with which it fits', () => {
  const outputs = planOutputs(project(), ['reels', 'whatsapp-status'], 30);
  expect(platformsOf(outputs)).toEqual([['reels'], ['whatsapp-status']]);
  const { quality, format } = outputs[1]?.project ?? project();
  const settings = renderSettings(format, quality, outputs[1]?.mostVideoBitRate ?? null);
  const bytes = (30 * (settings.videoBitRate + settings.audio.bitRate)) / 8;
  expect(bytes).toBeLessThan(PLATFORM_PRESETS['whatsapp-status'].mostBytes * 0.95);
  expect(bytes).toBeGreaterThan(PLATFORM_PRESETS['whatsapp-status'].mostBytes * 0.8);
  expect(settings.size).toEqual({ width: 1080, height: 1920 });
});

test('where few bits are left the picture gets smaller', () => {
  const [output] = planOutputs(project(), ['whatsapp-status'], 75);
  expect(output?.project).toMatchObject({ quality: 'eco', lengthSeconds: 60 });
  expect(output?.mostVideoBitRate).toBeLessThan(2_000_000);
  expect(planOutputs(project({ quality: 'freeze' }), ['whatsapp-status'], 75)[0]?.project.quality).toBe('freeze');
});

test('what is made differently for a platform is said before', () => {
  const issues = checkPlatforms(project(), ['tiktok', 'whatsapp-status'], 75);
  expect(issues.map(({ severity, code }) => [severity, code])).toEqual([
    ['warning', 'too-long-for-platform'],
    ['warning', 'too-large-for-platform'],
  ]);
  expect(issues[0]?.message).toBe(
    'WhatsApp status takes at most 60 s, and this video has 75 s. The one for WhatsApp status is made 60 s long.',
  );
  expect(issues[1]?.message).toMatch(/at most 16 MB.*720 x 1280 and 1\.\d Mbit\/s/);
  expect(checkPlatforms(project(), PLATFORMS, 12)).toEqual([]);
});
