import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A browser by W3C WebDriver (https://www.w3.org/TR/webdriver2/): as much of it as a smoke journey needs. */

/** For the driver to listen, and between two looks at the page. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 250;

/** What finds an element has its reference under this name (section 12.2). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export class WebDriver {
  /**
   * @param {string} address of the session.
   * @param {() => void} end ends the driver.
   */
  constructor(address, end) {
    this.address = address;
    this.end = end;
  }

  /**
   * Starts a driver on a free port, and a browser by it.
   * @param {readonly string[]} command without the port.
   * @param {Record<string, unknown>} capabilities that the browser has to have.
   * @returns {Promise<{ driver: WebDriver, version: string }>} version of the browser, with its name.
   */
  static async start([program = '', ...args], capabilities) {
    const port = await freePort();
    // A group of its own: a screen that was started for it ends with it.
    const child = spawn(program, [...args, `--port=${port}`], {
      stdio: ['ignore', 'ignore', 'ignore'],
      detached: true,
    });
    const end = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid);
    };
    const address = `http://127.0.0.1:${port}/session`;
    try {
      await until('the driver listens', PATIENCE_MS, () => fetch(`http://127.0.0.1:${port}/status`).catch(() => null));
      const session = await ask('POST', address, { capabilities: { alwaysMatch: capabilities } });
      const { browserName, browserVersion } = session.capabilities;
      return {
        driver: new WebDriver(`${address}/${session.sessionId}`, end),
        version: `${browserName} ${browserVersion}`,
      };
    } catch (error) {
      end();
      throw error;
    }
  }

  /** @param {string} url */
  async open(url) {
    await ask('POST', `${this.address}/url`, { url });
  }

  /** @returns {Promise<string>} what is to be read in the page. */
  async text() {
    return await ask('POST', `${this.address}/execute/sync`, { script: 'return document.body.innerText', args: [] });
  }

  /**
   * @param {string} xpath
   * @returns {Promise<string | null>} reference of the first element.
   */
  async find(xpath) {
    const found = await ask('POST', `${this.address}/elements`, { using: 'xpath', value: xpath });
    return found[0]?.[ELEMENT] ?? null;
  }

  /** @param {string} element */
  async click(element) {
    await ask('POST', `${this.address}/element/${element}/click`, {});
  }

  /**
   * Calls a function in the page that needs nothing around it.
   * @template T
   * @param {() => Promise<T>} work
   * @param {number} patienceMs
   * @returns {Promise<T>}
   */
  async run(work, patienceMs) {
    await ask('POST', `${this.address}/timeouts`, { script: patienceMs });
    const script = `const done = arguments[0]; (${work})().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await ask('POST', `${this.address}/execute/async`, { script, args: [] });
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** @returns {Promise<Buffer>} PNG. */
  async screenshot() {
    return Buffer.from(await ask('GET', `${this.address}/screenshot`), 'base64');
  }

  async close() {
    try {
      await ask('DELETE', this.address);
    } finally {
      this.end();
    }
  }
}

/**
 * Looks until there is an answer.
 * @template T
 * @param {string} what in words.
 * @param {number} patienceMs
 * @param {() => Promise<T | null | false>} look
 * @returns {Promise<T>}
 */
export async function until(what, patienceMs, look) {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await look();
    if (answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${patienceMs / 1000} s in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** @param {string} method @param {string} address @param {object} [body] */
async function ask(method, address, body) {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`The browser's driver: ${value.error}: ${value.message}`);
  return value;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
