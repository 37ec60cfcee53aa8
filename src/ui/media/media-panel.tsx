import { DEFAULT_LIMITS } from '#core/limits.ts';
import { useProject } from '../state/editor.tsx';
import { ImportFailures, ImportProgress } from './import-status.tsx';
import { MusicRow } from './music-row.tsx';
import { PhotoList } from './photo-list.tsx';

/** What the video is made of. While that is nothing, the empty stage tells of imports. */
export function MediaPanel() {
  const count = useProject((project) => project.items.length);
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="photos-heading" className="flex flex-col gap-3">
        <div className="flex items-baseline justify-between">
          <h2 id="photos-heading" className="font-medium">
            Photos
          </h2>
          <span className="text-small text-text-muted tabular-nums">
            {count} of {DEFAULT_LIMITS.items}
          </span>
        </div>
        <PhotoList />
        {count > 0 && (
          <>
            <ImportProgress />
            <ImportFailures />
          </>
        )}
      </section>
      <section aria-labelledby="music-heading" className="flex flex-col gap-3">
        <h2 id="music-heading" className="font-medium">
          Music
        </h2>
        <MusicRow />
      </section>
    </div>
  );
}
