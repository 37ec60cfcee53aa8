import { COMMON_HEADERS, NETWORK_FOLDER, POLICIES } from './security-headers.mjs';

/** What hosts of the product have to be told, in the words of each. */

/** Names of built files in these folders carry a hash of their content. */
const FOREVER = 'public, max-age=31536000, immutable';
const MADE_BY = 'Made by `npm run hosting` from scripts/lib/security-headers.mjs; do not edit.';

/** @type {Readonly<Record<string, string>>} text by path in the project. */
export const HOSTING_FILES = {
  'public/_headers': headersFile(),
  'hosting/nginx.conf': nginxConfig(),
  'hosting/Caddyfile': caddyfile(),
};

/**
 * Netlify and Cloudflare. Where two rules hold for one file they send a header twice, and browsers then obey both: no two
 * rules name the same one.
 */
function headersFile() {
  /** @type {[string, Record<string, string>][]} */
  const rules = [
    ['/*', COMMON_HEADERS],
    ...['/', '/index.html'].map((path) => /** @type {[string, Record<string, string>]} */ ([path, csp(POLICIES.page)])),
    ['/service-worker.js', csp(POLICIES.worker)],
    ['/assets/*', { ...csp(POLICIES.worker), 'Cache-Control': FOREVER }],
    [`/${NETWORK_FOLDER}/*`, { ...csp(POLICIES.networkWorker), 'Cache-Control': FOREVER }],
  ];
  const blocks = rules.map(([path, headers]) =>
    [path, ...lines(headers, (name, value) => `  ${name}: ${value}`)].join('\n'),
  );
  return `# ${MADE_BY}\n# Netlify and Cloudflare Pages read it beside index.html.\n\n${blocks.join('\n\n')}\n`;
}

function nginxConfig() {
  return `# ${MADE_BY}
# Inside http {}, with the build in /srv. Behind it or here: https.

map $uri $studio_policy {
  default "${POLICIES.page}";
  ~/${NETWORK_FOLDER}/ "${POLICIES.networkWorker}";
  ~\\.m?js$ "${POLICIES.worker}";
}

map $uri $studio_cache {
  default "no-cache";
  ~/(assets|${NETWORK_FOLDER})/ "${FOREVER}";
}

server {
  listen 8080;
  root /srv;
  gzip on;
  gzip_types text/css text/javascript application/javascript application/json application/wasm;

${lines(COMMON_HEADERS, (name, value) => `  add_header ${name} "${value}" always;`).join('\n')}
  add_header Content-Security-Policy $studio_policy always;
  add_header Cache-Control $studio_cache always;

  # Unknown to its list of types; browsers run no script of another type.
  location ~ \\.mjs$ {
    types { }
    default_type text/javascript;
  }
}
`;
}

function caddyfile() {
  return `# ${MADE_BY}
# With the build in /srv. A domain in place of :8080 has https by itself.

:8080 {
  root * /srv
  encode gzip
  map {path} {studio_policy} {
    ~.*/${NETWORK_FOLDER}/.* "${POLICIES.networkWorker}"
    ~.*\\.m?js$ "${POLICIES.worker}"
    default "${POLICIES.page}"
  }
  map {path} {studio_cache} {
    ~.*/(assets|${NETWORK_FOLDER})/.* "${FOREVER}"
    default "no-cache"
  }
  header {
${lines(COMMON_HEADERS, (name, value) => `    ${name} "${value}"`).join('\n')}
    Content-Security-Policy {studio_policy}
    Cache-Control {studio_cache}
  }
  file_server
}
`;
}

/** @param {string} policy */
function csp(policy) {
  return { 'Content-Security-Policy': policy };
}

/** @param {Readonly<Record<string, string>>} headers @param {(name: string, value: string) => string} write */
function lines(headers, write) {
  return Object.entries(headers).map(([name, value]) => write(name, value));
}
