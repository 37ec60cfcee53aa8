import { useSyncExternalStore } from 'react';
import { lazyPart, PartLoader } from '../parts/lazy-part.tsx';
import { useEditor } from '../state/editor.tsx';

const IncomingDialog = lazyPart(async () => (await import('./incoming-dialog.tsx')).IncomingDialog);

/** Asks about what has come in from outside, one thing after the other. */
export function IncomingOffers() {
  const { incoming } = useEditor().studio;
  const [offer] = useSyncExternalStore(incoming.subscribe, incoming.snapshot);
  return <PartLoader part="incoming">{offer && <IncomingDialog key={offer.id} offer={offer} />}</PartLoader>;
}
