import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'vite';
import { withoutEval } from '../../scripts/lib/without-eval.mjs';
import { workerBuild } from '../../scripts/lib/worker-build.mjs';

/**
 * Builds the test pages (each `*.html` here) as the product is built, workers included, so that tests run what ships.
 * They are served under /harness/ beside the product.
 */
const root = resolve(import.meta.dirname);

export default defineConfig({
  root,
  base: './',
  publicDir: resolve(root, '../../public'),
  plugins: [withoutEval()],
  worker: workerBuild,
  build: {
    outDir: resolve(root, '../../.cache/harness'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    sourcemap: true,
    rolldownOptions: {
      input: readdirSync(root)
        .filter((name) => name.endsWith('.html'))
        .map((name) => join(root, name)),
    },
  },
});
