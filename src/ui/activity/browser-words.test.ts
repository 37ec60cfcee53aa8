import { expect, test } from 'vitest';
import { abilitiesOf, type BrowserFacts } from './browser-words.ts';

const WHOLE: BrowserFacts = {
  ...{ videoEncoder: 'webcodecs', hardwareEncoder: false, audioEncoder: 'native' },
  ...{ isIsolated: true, savesToPlaces: true, shares: true, worksOffline: true },
};

test('a browser that has everything is told so', () => {
  expect(abilitiesOf(WHOLE).filter(({ isWhole }) => !isWhole)).toEqual([]);
});

test.each<[string, Partial<BrowserFacts>, string]>([
  ['Video', { videoEncoder: 'ffmpeg' }, 'ffmpeg takes its place'],
  ['Video', { videoEncoder: 'none' }, 'exported in another browser'],
  ['Sound', { audioEncoder: 'bundled' }, 'The studio brings one'],
  ['Threads', { isIsolated: false }, 'one core'],
  ['Saving videos', { savesToPlaces: false }, 'saved as downloads'],
  ['Sharing', { shares: false }, 'Save them'],
  ['Without a network', { worksOffline: false }, 'needs the network'],
])('what is missing has its words, and nothing else: %s, %j', (name, lack, words) => {
  const lacking = abilitiesOf({ ...WHOLE, ...lack }).filter(({ isWhole }) => !isWhole);
  expect(lacking).toEqual([{ name, isWhole: false, words: expect.stringContaining(words) }]);
});
