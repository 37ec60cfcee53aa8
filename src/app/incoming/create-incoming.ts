import { listDirectories } from '#storage/files/file-system.ts';
import { SHARE_INBOX } from '#storage/files/paths.ts';
import type { Incoming, Offer } from '../studio/incoming.ts';

/** https://wicg.github.io/web-app-launch/#launchqueue-interface; only some browsers have it, and TypeScript has not. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly FileSystemHandle[] }) => void): void;
}

/** Names in the page's address that the manifest and the service worker use. */
const LINK_PARAMETER = 'link';
const FAILED_PARAMETER = 'share-failed';

type Offers = typeof import('./offers.ts');

/**
 * Asks about what has come in with this start of the page, and about what the system brings later. Mostly nothing has:
 * what looks at it is loaded then.
 */
export function createIncoming(onError: (error: unknown) => void): Incoming {
  let offers: readonly Offer[] = [];
  const listeners = new Set<() => void>();
  const show = (next: readonly Offer[]) => {
    offers = next;
    for (const listener of listeners) listener();
  };
  const add = async (find: (looking: Offers) => readonly Offer[] | Promise<readonly Offer[]>) => {
    const found = await find(await import('./offers.ts'));
    show([...offers, ...found]);
  };
  const addShared = async () => {
    if ((await listDirectories(SHARE_INBOX)).length > 0) await add((looking) => looking.offersOfInbox());
  };

  addShared().catch(onError);
  const { link, hasFailedShare } = takeFromAddress();
  if (link !== null) add((looking) => [looking.offerOfLink(link)]).catch(onError);
  if (hasFailedShare) add((looking) => [looking.offerOfFailedShare()]).catch(onError);
  launchQueue()?.setConsumer(({ files = [] }) => {
    if (files.length > 0) add(async (looking) => [await looking.offerOfHandles(files)]).catch(onError);
  });

  return {
    snapshot: () => offers,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async settle(offerId, taking) {
      const settled = offers.find(({ id }) => id === offerId);
      show(offers.filter(({ id }) => id !== offerId));
      await taking;
      if (settled?.way !== 'shared') return;
      const { discardShare } = await import('#storage/share-inbox.ts');
      await discardShare(offerId);
    },
  };
}

function launchQueue(): LaunchQueue | undefined {
  return (window as Window & { readonly launchQueue?: LaunchQueue }).launchQueue;
}

/** The page's address forgets it: a reload does not ask again. */
function takeFromAddress(): { readonly link: string | null; readonly hasFailedShare: boolean } {
  const url = new URL(location.href);
  const link = url.searchParams.get(LINK_PARAMETER);
  const hasFailedShare = url.searchParams.has(FAILED_PARAMETER);
  if (link === null && !hasFailedShare) return { link, hasFailedShare };
  url.search = '';
  history.replaceState(history.state, '', url);
  return { link, hasFailedShare };
}
