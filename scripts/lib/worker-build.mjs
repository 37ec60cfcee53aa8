import { NETWORK_FOLDER, NETWORK_WORKER_NAME } from './security-headers.mjs';
import { withoutEval } from './without-eval.mjs';

/**
 * How Vite builds workers, for the product and for the test pages.
 * @satisfies {import('vite').UserConfig['worker']}
 */
export const workerBuild = {
  format: /** @type {const} */ ('es'),
  plugins: () => [withoutEval()],
  rolldownOptions: {
    output: {
      entryFileNames: (/** @type {{ name: string }} */ { name }) =>
        `${name === NETWORK_WORKER_NAME ? NETWORK_FOLDER : 'assets'}/[name]-[hash].js`,
    },
  },
};
