import { META_POLICY } from './security-headers.mjs';

/**
 * Vite plugin: the built page carries its policy itself, for hosts that send no headers. Not the page of `npm run dev`,
 * into which Vite writes scripts.
 * @returns {import('vite').Plugin}
 */
export function metaPolicy() {
  return {
    name: 'meta-policy',
    apply: 'build',
    transformIndexHtml: () => [
      // Before all that it has to hold for.
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
