import type { OwnFont } from '#core/text/own-font.ts';
import { useEditor } from './editor.tsx';
import { useStored } from './stored.ts';

/** The workspace's own fonts, by name; undefined while they are looked up. */
export function useFonts(): readonly OwnFont[] | undefined {
  const { studio } = useEditor();
  return useStored(() => studio.fonts.list(), [studio]);
}
