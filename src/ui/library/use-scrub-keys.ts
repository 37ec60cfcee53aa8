import { useState } from 'react';
import type { ShelvedAsset } from '#core/library/find-assets.ts';
import { STRIP_PICTURES } from '#core/media/clip-stills.ts';
import { announce } from '../state/announcements.ts';
import { formatTrackLength } from '../view/format.ts';
import { t } from '../words/words.ts';

/** Looking through the clip at the cursor by keys, picture by picture. */
export function useScrubKeys(entries: readonly ShelvedAsset[], cursor: string | null) {
  const [place, setPlace] = useState<{ readonly id: string; readonly picture: number } | null>(null);
  const here = place?.id === cursor ? place : null;
  return {
    /** Where the keys have gone in it, 0 to 1; null where they have not. */
    scrubbedTo: here && here.picture / (STRIP_PICTURES - 1),
    /** @param by pictures, ahead or back. */
    scrub(by: number) {
      const facts = entries.find(({ asset }) => asset.id === cursor)?.asset.facts;
      if (cursor === null || facts?.kind !== 'video') return;
      const picture = here ? Math.min(STRIP_PICTURES - 1, Math.max(0, here.picture + by)) : 0;
      setPlace({ id: cursor, picture });
      const seconds = (picture / (STRIP_PICTURES - 1)) * facts.durationSeconds;
      announce(t`At ${formatTrackLength(seconds)} of ${formatTrackLength(facts.durationSeconds)}`);
    },
  };
}
