import { z } from 'zod';
import { type Catalogue, setCatalogue } from './words.ts';

/** The languages there are, each by its own name. */
export const LANGUAGES = { en: 'English', es: 'Español' } as const;

export type Language = keyof typeof LANGUAGES;

const STORED_AS = 'language';

const languageSchema = z.enum(Object.keys(LANGUAGES) as [Language, ...Language[]]);

/** English needs none: its words stand in the code. */
const CATALOGUES: Record<Exclude<Language, 'en'>, () => Promise<Catalogue>> = {
  es: async () => (await import('./es/catalogue.ts')).SPANISH,
};

/** The one that was chosen here; else the first that the browser is set to and the studio speaks. */
export function preferredLanguage(): Language {
  const chosen = languageSchema.safeParse(localStorage.getItem(STORED_AS));
  if (chosen.success) return chosen.data;
  for (const wished of navigator.languages) {
    const spoken = languageSchema.safeParse(wished.split('-')[0]);
    if (spoken.success) return spoken.data;
  }
  return 'en';
}

/** Puts the person's language in place, before anything else says something. */
export async function speakPreferred(): Promise<void> {
  const chosen = preferredLanguage();
  if (chosen === 'en') return;
  const catalogue = await CATALOGUES[chosen]();
  setCatalogue(catalogue);
  document.documentElement.lang = catalogue.language;
  document.documentElement.dir = catalogue.direction;
}

/** Speaks another language from the next load of the page on. */
export function chooseLanguage(language: string): void {
  localStorage.setItem(STORED_AS, languageSchema.parse(language));
}
