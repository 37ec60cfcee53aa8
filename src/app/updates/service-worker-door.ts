import { Workbox } from 'workbox-window';
import type { ServiceWorkerMessage } from '#protocol/service-worker.ts';
import type { ServiceWorkerDoor } from './updates.ts';

/** The browser's service workers, by way of workbox-window. @param baseAddress where the product lies. */
export function openServiceWorkerDoor(baseAddress: string): ServiceWorkerDoor {
  const workbox = new Workbox(new URL('service-worker.js', baseAddress).href, { updateViaCache: 'none' });
  return {
    async register({ onWaiting, onControlled }) {
      let hadOne = navigator.serviceWorker.controller !== null;
      workbox.addEventListener('waiting', onWaiting);
      workbox.addEventListener('controlling', () => {
        onControlled(hadOne);
        hadOne = true;
      });
      await workbox.register();
    },
    look: () => workbox.update(),
    takeOver: () => workbox.messageSkipWaiting(),
    tell(message: ServiceWorkerMessage) {
      navigator.serviceWorker.controller?.postMessage(message);
    },
  };
}
