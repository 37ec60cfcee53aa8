import { expect, test } from 'vitest';
import { addressesInText, addressesOfLink } from './link.ts';

test('a link names one file on the web, which has to be encrypted on its way', () => {
  expect(addressesOfLink('web+goldenframe:https://example.com/clip.mp4')).toEqual({
    addresses: ['https://example.com/clip.mp4'],
    refusal: null,
  });
  const refused = [
    'web+goldenframe:javascript:alert(1)',
    'web+goldenframe:file:///etc/passwd',
    'web+goldenframe:http://example.com/a',
  ];
  for (const link of refused) expect(addressesOfLink(link)).toEqual({ addresses: [], refusal: expect.any(String) });
});

test('of a shared text only the addresses count, each once', () => {
  const text = 'Look at https://example.com/a.jpg and https://example.com/a.jpg';
  expect(addressesInText(text)).toEqual({ addresses: ['https://example.com/a.jpg'], refusal: null });
  expect(addressesInText('just words')).toEqual({ addresses: [], refusal: null });
});
