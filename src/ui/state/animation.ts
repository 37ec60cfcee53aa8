import { useEffect, useState } from 'react';
import type { AssetId } from '#core/media/asset.ts';
import { useObjectUrl } from '../parts/object-url.ts';
import { useEditor } from './editor.tsx';

/**
 * Address of a clip in little that moves, made where it is wanted for the first time; undefined meanwhile, and where there
 * is none: the still picture stays.
 */
export function useAnimation(id: AssetId | undefined): string | undefined {
  const { animations } = useEditor().studio;
  const [picture, setPicture] = useState<Blob | null>(null);
  useEffect(() => {
    if (id === undefined) return;
    const leaving = new AbortController();
    animations.animation(id, { signal: leaving.signal }).then(
      (made) => {
        if (!leaving.signal.aborted) setPicture(made);
      },
      // Why it was not made stands in the log.
      () => undefined,
    );
    return () => {
      leaving.abort();
      setPicture(null);
    };
  }, [animations, id]);
  return useObjectUrl(picture);
}
