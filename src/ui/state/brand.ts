import { type BrandKit, NO_BRAND } from '#core/project/brand.ts';
import { useEditor } from './editor.tsx';
import { useStored } from './stored.ts';

/** What the videos of the workspace have in common. */
export function useBrand(): BrandKit {
  const { studio } = useEditor();
  return useStored(() => studio.brand.get(), [studio]) ?? NO_BRAND;
}
