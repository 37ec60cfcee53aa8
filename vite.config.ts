import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { productVersion } from './scripts/lib/product-version.mjs';
import { startChunks } from './scripts/lib/start-chunks.mjs';

/** Cross-origin isolation: shared memory and precise clocks for the workers. */
const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './',
  plugins: [react(), tailwindcss(), productVersion()],
  worker: { format: 'es' },
  // The wrapper starts its own worker by URL, which pre-bundling would break.
  optimizeDeps: { exclude: ['@ffmpeg/ffmpeg'] },
  build: {
    target: 'es2023',
    sourcemap: true,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [startChunks()] } } },
  },
  server: { headers: ISOLATION_HEADERS },
  preview: { headers: ISOLATION_HEADERS },
  test: {
    root: resolve(import.meta.dirname),
    include: ['src/**/*.test.ts', 'workers/**/*.test.ts', 'scripts/**/*.test.ts'],
    // For what hangs: a property over thousands of samples takes seconds, and several times that on a busy machine.
    testTimeout: 30_000,
  },
});
