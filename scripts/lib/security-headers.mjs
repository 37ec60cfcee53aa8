/**
 * What every host of the product sends beside its files, and why. The servers of this project, the files in `hosting/`
 * and the `<meta>` of the built page all come from here.
 */

/** Folder of the build for the scripts of workers that may ask other hosts: nobody else's policy lets them. */
export const NETWORK_FOLDER = 'network';

/** The worker that loads what a person asked for by its address: files, and models of speech. */
export const NETWORK_WORKER_NAME = 'download';

/**
 * What pages and workers have in common. WebAssembly is compiled, text never is; no plug-in, no frame, no form.
 * @satisfies {Record<string, string>}
 */
const COMMON = {
  'default-src': "'self'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-src': "'none'",
};

/**
 * Blobs are the page's own: photos, posters and sounds out of its storage. Text becomes neither markup nor code nor the
 * address of a script, but for what the one policy lets through (`src/app/own-scripts.ts`); packages that wrote markup and
 * style sheets into the page do so by other ways (`without-markup.mjs`).
 */
const PAGE = {
  ...COMMON,
  'img-src': "'self' blob: data:",
  'media-src': "'self' blob:",
  'connect-src': "'self' blob:",
  'worker-src': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
};

/** The AAC and MP3 encoders start a worker of their own from a blob, which has the policy of who made it. */
const WORKER = { ...COMMON, 'connect-src': "'self' blob: data:", 'worker-src': "'self' blob:" };

/**
 * Addresses that a person types cannot be known before, so every one that the product accepts (`core/import/address.ts`)
 * is allowed here, and only here.
 */
const NETWORK_WORKER = {
  ...WORKER,
  'connect-src': `${WORKER['connect-src']} https: http://localhost:* http://127.0.0.1:*`,
};

/** Where a policy that a page carries itself, in a `<meta>`, is not heard (CSP 3, section 3.3). */
const HEADER_ONLY = { 'frame-ancestors': "'none'" };

/** A worker has the policy that its own script came with, whatever its page has. */
export const POLICIES = {
  page: policy({ ...PAGE, ...HEADER_ONLY }),
  worker: policy({ ...WORKER, ...HEADER_ONLY }),
  networkWorker: policy({ ...NETWORK_WORKER, ...HEADER_ONLY }),
};

/** For hosts that send no headers: what the built page says of itself. */
export const META_POLICY = policy(PAGE);

/**
 * With every file. The first three make a page cross-origin isolated: shared memory and precise clocks for the workers.
 * @type {Readonly<Record<string, string>>}
 */
export const COMMON_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': permissions({
    allowed: [
      'camera',
      'clipboard-read',
      'clipboard-write',
      'cross-origin-isolated',
      'fullscreen',
      'microphone',
      'screen-wake-lock',
    ],
    refused: [
      'accelerometer',
      'browsing-topics',
      'display-capture',
      'encrypted-media',
      'geolocation',
      'gyroscope',
      'hid',
      'identity-credentials-get',
      'idle-detection',
      'local-fonts',
      'magnetometer',
      'midi',
      'otp-credentials',
      'payment',
      'picture-in-picture',
      'publickey-credentials-create',
      'publickey-credentials-get',
      'serial',
      'storage-access',
      'usb',
      'xr-spatial-tracking',
    ],
  }),
};

/**
 * All headers of one file.
 * @param {string} path of the file from the root of the build, with its leading slash.
 * @returns {Record<string, string>}
 */
export function headersFor(path) {
  return { ...COMMON_HEADERS, 'Content-Security-Policy': policyFor(path) };
}

/** @param {string} path */
function policyFor(path) {
  if (path.includes(`/${NETWORK_FOLDER}/`)) return POLICIES.networkWorker;
  return /\.m?js$/.test(path) ? POLICIES.worker : POLICIES.page;
}

/** @param {Record<string, string>} directives */
function policy(directives) {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

/** @param {{ allowed: readonly string[], refused: readonly string[] }} features */
function permissions({ allowed, refused }) {
  return [...allowed.map((name) => `${name}=(self)`), ...refused.map((name) => `${name}=()`)].join(', ');
}
