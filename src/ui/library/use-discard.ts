import { useState } from 'react';
import type { AssetId } from '#core/media/asset.ts';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { t, translate } from '../words/words.ts';

interface Discarding {
  /** The last ones that went to the trash together. */
  readonly discarded: readonly AssetId[];
  /** Why others did not, in words. */
  readonly refusals: readonly string[];
  readonly discard: (ids: readonly AssetId[]) => Promise<void>;
  /** Brings the last ones back. */
  readonly restore: () => Promise<void>;
  /** The trash keeps them; this page speaks of them no more. */
  readonly forget: () => void;
}

/** Moves media to the trash, and back again for as long as the page is shown. Later, the storage page does that. */
export function useDiscard(): Discarding {
  const { library, disk } = useEditor().studio;
  const [discarded, setDiscarded] = useState<readonly AssetId[]>([]);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  return {
    discarded,
    refusals,
    async discard(ids) {
      const outcome = await library.discard(ids);
      setDiscarded(outcome.discarded);
      setRefusals([...new Set(outcome.refused.map(({ error }) => translate(error.message)))]);
      if (outcome.discarded.length > 0) announce(t`Moved to the trash: ${outcome.discarded.length}`);
    },
    async restore() {
      for (const id of discarded) await disk.restore(id);
      setDiscarded([]);
      announce(t`Brought back: ${discarded.length}`);
    },
    forget: () => setDiscarded([]),
  };
}
