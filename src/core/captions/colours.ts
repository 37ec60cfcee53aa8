/** The sixteen colours that HTML 4 names, which caption files use. */
const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  silver: '#C0C0C0',
  gray: '#808080',
  white: '#FFFFFF',
  maroon: '#800000',
  red: '#FF0000',
  purple: '#800080',
  fuchsia: '#FF00FF',
  green: '#008000',
  lime: '#00FF00',
  olive: '#808000',
  yellow: '#FFFF00',
  navy: '#000080',
  blue: '#0000FF',
  teal: '#008080',
  aqua: '#00FFFF',
};

/** A colour as `#RRGGBB` in upper case, or null where it is none that is known. */
export function hexColour(text: string): string | null {
  const colour = text.trim();
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour.toUpperCase();
  return NAMED[colour.toLowerCase()] ?? null;
}
