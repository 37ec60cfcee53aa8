import type { Install } from '../studio/install.ts';
import { PageInstall } from './page-install.ts';

/** How an installed app's window shows itself to its page; a browser's tab is `browser`, or `fullscreen` for a while. */
const OWN_WINDOW = '(display-mode: standalone), (display-mode: minimal-ui)';

/** Listens from now on: the browser tells a page once that it can be installed, and soon after it was opened. */
export function createInstall(): Install {
  return new PageInstall({
    page: window,
    settings: localStorage,
    isInstalled: matchMedia(OWN_WINDOW).matches,
    // Only browsers of iPhones and iPads have it, and those install by their Share menu alone.
    isByHand: 'standalone' in navigator,
  });
}
