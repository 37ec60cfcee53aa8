import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, requireChromium } from '../../scripts/lib/system-tools.mjs';

/** A whole browser on a folder that outlives it, so that it can be killed and started again (Linux). */
export interface ProfileBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** `kill -9` of its process group: browser, pages, graphics and all. Resolves when no process of it is left. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** @param origin where the product is served. The page is still empty. */
export async function openProfile(folder: string, origin: string): Promise<ProfileBrowser> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: requireChromium(),
    args: CHROMIUM_ARGS,
    baseURL: origin,
    serviceWorkers: 'block',
    viewport: { width: 1366, height: 768 },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const group = browserOf(folder);
  return {
    context,
    page,
    async kill() {
      const closed = new Promise((resolve) => context.once('close', resolve));
      process.kill(-group, 'SIGKILL');
      await closed;
      while (membersOf(group).length > 0) await pause(10);
    },
    close: () => context.close(),
  };
}

/** The browser process of a profile leads its process group. */
function browserOf(folder: string): number {
  const found = processes().find((pid) => {
    const words = readProc(pid, 'cmdline').split('\0');
    return words.includes(`--user-data-dir=${folder}`) && !words.some((word) => word.startsWith('--type='));
  });
  if (!found) throw new Error(`No browser runs on ${folder}.`);
  return found;
}

function membersOf(group: number): number[] {
  return processes().filter((pid) => {
    // Behind the name in brackets: state, parent, group. Zombies only wait for their parent to look.
    const [state, , of] = (readProc(pid, 'stat').split(') ').pop() ?? '').split(' ');
    return Number(of) === group && state !== 'Z';
  });
}

function processes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** Nothing when the process has ended. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
