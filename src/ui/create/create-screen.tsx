import { DropZone } from '../media/drop-zone.tsx';
import { useIsDesktop } from '../parts/media-query.ts';
import { StoredProblems } from '../projects/stored-problems.tsx';
import { useShortcuts } from '../stage/shortcuts.ts';
import { DesktopLayout } from './desktop-layout.tsx';
import { PhoneLayout } from './phone-layout.tsx';

/** The screen on which a video is made. */
export function CreateScreen() {
  const isDesktop = useIsDesktop();
  useShortcuts();
  return (
    <>
      {isDesktop ? <DesktopLayout /> : <PhoneLayout />}
      <StoredProblems />
      <DropZone />
    </>
  );
}
