import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { metaPolicy } from './scripts/lib/meta-policy.mjs';
import { productVersion } from './scripts/lib/product-version.mjs';
import { COMMON_HEADERS } from './scripts/lib/security-headers.mjs';
import { preloadStart, startChunks } from './scripts/lib/start-chunks.mjs';
import { withoutEval } from './scripts/lib/without-eval.mjs';
import { withoutMarkup } from './scripts/lib/without-markup.mjs';
import { workerBuild } from './scripts/lib/worker-build.mjs';

export default defineConfig({
  base: './',
  plugins: [react(), tailwindcss(), metaPolicy(), withoutEval(), withoutMarkup(), preloadStart(), productVersion()],
  worker: workerBuild,
  // The wrapper starts its own worker by URL, which pre-bundling would break.
  optimizeDeps: { exclude: ['@ffmpeg/ffmpeg'] },
  build: {
    target: 'es2023',
    sourcemap: true,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: startChunks() } } },
  },
  server: { headers: COMMON_HEADERS },
  preview: { headers: COMMON_HEADERS },
  test: {
    root: resolve(import.meta.dirname),
    include: ['src/**/*.test.ts', 'workers/**/*.test.ts', 'scripts/**/*.test.ts'],
    // For what hangs: a property over thousands of samples takes seconds, and several times that on a busy machine.
    testTimeout: 30_000,
    // A process for each of two hundred files took more than half of the time; none of them leaves anything behind.
    pool: 'threads',
    isolate: false,
  },
});
