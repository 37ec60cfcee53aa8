import { headersFor } from './security-headers.mjs';

/** Where browsers under test report what the content security policy refused, of pages and of workers in workers. */
export const REPORTS_PATH = '/csp-reports';
/** Cookie by which a test's reports are told from those of another one beside it. */
export const REPORTS_COOKIE = 'reports-of';

const POLICY = 'Content-Security-Policy';

/** The product's headers, and where to report to. @param {string} path @returns {Record<string, string>} */
export function reportingHeaders(path) {
  const headers = headersFor(path);
  return { ...headers, [POLICY]: `${headers[POLICY]}; report-uri ${REPORTS_PATH}` };
}

export class CspReports {
  /** @type {Map<string, unknown[]>} reports by the cookie's value. */
  #reports = new Map();

  /**
   * Takes reports (POST), and gives those of a cookie's value once (GET).
   * @type {NonNullable<import('./static-server.mjs').ServerOptions['handle']>}
   */
  handle = (request, response, path) => {
    if (path !== REPORTS_PATH) return false;
    const owner = new RegExp(`${REPORTS_COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1] ?? '';
    if (request.method === 'POST') {
      this.#take(owner, request)
        .then(() => response.writeHead(204).end())
        .catch((error) => response.destroy(error));
      return true;
    }
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(this.#reports.get(owner) ?? []));
    this.#reports.delete(owner);
    return true;
  };

  /** @param {string} owner @param {import('node:http').IncomingMessage} request */
  async #take(owner, request) {
    let body = '';
    for await (const part of request) body += part;
    const report = JSON.parse(body);
    this.#reports.set(owner, [...(this.#reports.get(owner) ?? []), report['csp-report'] ?? report]);
  }
}
