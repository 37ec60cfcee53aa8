import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { step, UsageError } from './log.mjs';
import { run } from './run.mjs';

/** Programs that come from the system, not from npm: Chromium (with H.264) and ffmpeg. */

/**
 * Features that are off. Of two such switches the last one counts, so Playwright's own (1.65) are repeated here.
 * The last two are two hidden pages of suggestions for the address bar: loaded with every window, they took 0.4 s of
 * processor time, as much as opening a page in it.
 */
const FEATURES_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** Given to every Chromium that a script or test starts: no sandbox in containers, no calls home. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${FEATURES_OFF.join(',')}`,
];

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Chromium shows blank text without any font of the system, and the bench's drawtext needs one. */
const APT_PACKAGES = ['chromium', 'ffmpeg', 'fonts-liberation'];
/** The tests make HEIC photos and look into them. */
const TEST_APT_PACKAGES = [...APT_PACKAGES, 'libheif-examples'];
const PROGRAMS = ['ffmpeg', 'ffprobe'];
const TEST_PROGRAMS = [...PROGRAMS, 'heif-enc', 'heif-info'];

/** `CHROMIUM_PATH`, or the first that is found under its usual names. @returns {string | null} */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new UsageError(`CHROMIUM_PATH is "${named}", which is not a program that can be run.`);
  }
  return firstOnPath(CHROMIUM_NAMES) ?? CHROMIUM_PLACES.find(isProgram) ?? null;
}

/** `FIREFOX_PATH`, or the first that is found. @returns {string} @throws {UsageError} that says how to install it. */
export function requireFirefox() {
  const found = process.env.FIREFOX_PATH ?? firstOnPath(['firefox', 'firefox-esr']);
  if (found && isProgram(found)) return found;
  throw new UsageError(
    'Firefox is not on this machine. Install it (Debian: firefox-esr), or name it: FIREFOX_PATH=...',
  );
}

/**
 * `WEBKIT_DRIVER_PATH`, or the first that is found.
 * @returns {readonly string[]} the command that starts it, with a screen of its own where there is none.
 * @throws {UsageError} that says how to install it.
 */
export function requireWebKitDriver() {
  const driver = process.env.WEBKIT_DRIVER_PATH ?? firstOnPath(['WebKitWebDriver']);
  const screen = process.env.DISPLAY ? [] : [firstOnPath(['xvfb-run']), '-a'];
  if (driver && isProgram(driver) && !screen.includes(null)) return [...screen.filter((word) => word !== null), driver];
  throw new UsageError(
    'WebKit is not on this machine. Install it (Debian: webkit2gtk-driver, xvfb, xauth), or name it: WEBKIT_DRIVER_PATH=...',
  );
}

/** @returns {string} @throws {UsageError} that says how to install it. */
export function requireChromium() {
  const found = findChromium();
  if (!found) {
    throw new UsageError(
      `Chromium is not on this machine. ${installAdvice(APT_PACKAGES)} Or name it: CHROMIUM_PATH=...`,
    );
  }
  return found;
}

/** Installs Chromium and ffmpeg by apt where that is possible, else says which command does it. */
export function ensureSystemTools() {
  return ensure(PROGRAMS, APT_PACKAGES);
}

/** As `ensureSystemTools`, with what only the tests need. */
export function ensureTestTools() {
  return ensure(TEST_PROGRAMS, TEST_APT_PACKAGES);
}

/** @param {readonly string[]} programs beside Chromium @param {readonly string[]} packages of Debian */
async function ensure(programs, packages) {
  if (missingTools(programs).length === 0) return;
  if (canUseApt()) {
    step(`Installing ${packages.join(', ')} (apt-get)`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  }
  const missing = missingTools(programs);
  if (missing.length > 0)
    throw new UsageError(`Not on this machine: ${missing.join(', ')}. ${installAdvice(packages)}`);
}

/** @param {readonly string[]} programs */
function missingTools(programs) {
  const missing = programs.filter((name) => !firstOnPath([name]));
  return findChromium() ? missing : ['chromium', ...missing];
}

function canUseApt() {
  return process.getuid?.() === 0 && firstOnPath(['apt-get']) !== null;
}

/** @param {readonly string[]} packages of Debian */
function installAdvice(packages) {
  if (process.platform === 'darwin') return 'Run: brew install --cask google-chrome && brew install ffmpeg libheif';
  if (process.platform === 'win32')
    return 'Run: winget install Google.Chrome Gyan.FFmpeg (the tests also need libheif)';
  if (firstOnPath(['apt-get'])) return `Run: sudo apt-get install -y ${packages.join(' ')}`;
  if (firstOnPath(['dnf'])) return 'Run: sudo dnf install -y chromium ffmpeg-free libheif-tools';
  if (firstOnPath(['pacman'])) return 'Run: sudo pacman -S chromium ffmpeg libheif';
  return 'Install Chromium (or Chrome), ffmpeg and libheif with your package manager.';
}

/** @param {readonly string[]} names @returns {string | null} */
function firstOnPath(names) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return candidates.find(isProgram) ?? null;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
