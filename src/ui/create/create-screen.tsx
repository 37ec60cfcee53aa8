import { useEffect } from 'react';
import { useIsDesktop } from '../parts/media-query.ts';
import { useShortcuts } from '../stage/shortcuts.ts';
import { useEditor } from '../state/editor.tsx';
import { usePreview } from '../state/preview.tsx';
import { DesktopLayout } from './desktop-layout.tsx';
import { useLoadingAtFirstTouch } from './lazy-parts.ts';
import { PhoneLayout } from './phone-layout.tsx';

/** The screen on which a video is made. */
export function CreateScreen() {
  const isDesktop = useIsDesktop();
  useShortcuts();
  useRestWhenLeft();
  useLoadingAtFirstTouch();
  return isDesktop ? <DesktopLayout /> : <PhoneLayout />;
}

/** On another page nothing plays, and no sheet waits to take the focus when the person comes back. */
function useRestWhenLeft(): void {
  const { view } = useEditor();
  const player = usePreview()?.player;
  useEffect(() => () => player?.pause(), [player]);
  useEffect(() => () => view.setState({ panel: null }), [view]);
}
