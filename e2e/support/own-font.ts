import { createRequire } from 'node:module';

/** A font that looks like none of the styles' own for Latin letters: what a person might add. */
export const OWN_FONT = createRequire(import.meta.url).resolve(
  '@fontsource/playfair-display/files/playfair-display-latin-900-italic.woff2',
);
