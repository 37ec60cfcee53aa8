import { locale } from '../words/words.ts';

/** Languages that Whisper knows (ISO 639-1), of those with over a thousand hours of its training sound, and their names. */
const CODES = [
  ...['ar', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'fi', 'fr', 'he', 'hi', 'hu', 'id', 'it', 'ja', 'ko', 'ms', 'nl'],
  ...['no', 'pl', 'pt', 'ro', 'ru', 'sv', 'ta', 'th', 'tr', 'uk', 'ur', 'vi', 'zh'],
] as const;

/** In the order of their names in the language of the page. */
export function spokenLanguages(): readonly { readonly code: string; readonly name: string }[] {
  const names = new Intl.DisplayNames(locale(), { type: 'language' });
  return CODES.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => a.name.localeCompare(b.name));
}
