import { afterEach, describe, expect, it } from 'vitest';
import { type Catalogue, setCatalogue, t, translate } from './words.ts';

const ENGLISH: Catalogue = { language: 'en', direction: 'ltr', messages: {}, reports: {} };
const SPANISH: Catalogue = {
  language: 'es',
  direction: 'ltr',
  messages: { Export: 'Exportar', 'Place {0} of {1}': 'De {1}, lugar {0}' },
  reports: {
    'The file is empty.': 'El archivo está vacío.',
    '{0}: {1}': '{0}: {1}',
    '“{0}” is empty. {1}': '«{0}» está vacío. {1}',
    'Choose another.': 'Elige otro.',
  },
};

afterEach(() => setCatalogue(ENGLISH));

describe('words', () => {
  it('are as they stand in the code where the language is English', () => {
    expect(t`Place ${2} of ${5}`).toBe('Place 2 of 5');
  });

  it('have their values in the order of their language', () => {
    setCatalogue(SPANISH);
    expect(t`Place ${2} of ${5}`).toBe('De 5, lugar 2');
  });

  it('stay English where the catalogue lacks them', () => {
    setCatalogue(SPANISH);
    expect(t`Merge ${3}`).toBe('Merge 3');
  });

  it('are not taken for places where a value looks like one', () => {
    setCatalogue(SPANISH);
    expect(t`Place ${'{1}'} of ${'<b>{0}</b>'}`).toBe('De <b>{0}</b>, lugar {1}');
  });
});

describe('a report of a lower layer', () => {
  it('is found by its words, with its values', () => {
    setCatalogue(SPANISH);
    expect(translate('“a.jpg” is empty. Choose another.')).toBe('«a.jpg» está vacío. Elige otro.');
  });

  it('may have another in it', () => {
    setCatalogue(SPANISH);
    expect(translate('clips/a.mp4: The file is empty.')).toBe('clips/a.mp4: El archivo está vacío.');
  });

  it('is told by the words that say most of it', () => {
    setCatalogue(SPANISH);
    expect(translate('“a: b.jpg” is empty. Choose another.')).toBe('«a: b.jpg» está vacío. Elige otro.');
  });

  it('stays as it is where nothing fits, and in English', () => {
    expect(translate('The file is empty.')).toBe('The file is empty.');
    setCatalogue(SPANISH);
    expect(translate('Something else')).toBe('Something else');
  });
});
