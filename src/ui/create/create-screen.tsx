import { useEffect } from 'react';
import { PartLoader } from '../parts/lazy-part.tsx';
import { useIsDesktop } from '../parts/media-query.ts';
import { useShortcuts } from '../stage/shortcuts.ts';
import { useEditor, useView } from '../state/editor.tsx';
import { usePreview } from '../state/preview.tsx';
import { DesktopLayout } from './desktop-layout.tsx';
import { Tour, useLoadingAtFirstTouch } from './lazy-parts.ts';
import { PhoneLayout } from './phone-layout.tsx';

/** The screen on which a video is made. */
export function CreateScreen() {
  const isDesktop = useIsDesktop();
  useShortcuts();
  useRestWhenLeft();
  useLoadingAtFirstTouch();
  const isTouring = useView((view) => view.isTouring);
  return (
    <>
      {isDesktop ? <DesktopLayout /> : <PhoneLayout />}
      <PartLoader part="tour">{isTouring && <Tour />}</PartLoader>
    </>
  );
}

/** On another page nothing plays, and no sheet waits to take the focus when the person comes back. */
function useRestWhenLeft(): void {
  const { view } = useEditor();
  const player = usePreview()?.player;
  useEffect(() => () => player?.pause(), [player]);
  useEffect(() => () => view.setState({ panel: null, isTouring: false }), [view]);
}
