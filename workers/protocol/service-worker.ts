/** What pages tell the service worker. `SKIP_WAITING` is workbox-window's word: take over now. */
export type ServiceWorkerMessage =
  | { readonly type: 'SKIP_WAITING' }
  /** A page has opened: another may be gone, with its version. */
  | { readonly type: 'opened' }
  /** A page of this version has something to lose: whatever code it may still need is loaded now. */
  | { readonly type: 'keep-code'; readonly version: string };
