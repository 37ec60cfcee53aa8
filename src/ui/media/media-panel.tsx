import { DEFAULT_LIMITS } from '#core/limits.ts';
import { countMedia } from '#core/project/project.ts';
import { useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { BeatNote } from './beat-note.tsx';
import { ImportFailures, ImportProgress } from './import-status.tsx';
import { MusicRow } from './music-row.tsx';
import { PhotoList } from './photo-list.tsx';

/** What the video is made of. While that is nothing, the empty stage tells of imports. */
export function MediaPanel() {
  const count = useProject((project) => countMedia(project.items));
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="photos-heading" className="flex flex-col gap-3">
        <div className="flex items-baseline justify-between">
          <h2 id="photos-heading" className="font-medium">
            {t`Photos and clips`}
          </h2>
          <span className="text-small text-text-muted tabular-nums">{t`${count} of ${DEFAULT_LIMITS.items}`}</span>
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
          {t`Music`}
        </h2>
        <MusicRow />
        <BeatNote />
      </section>
    </div>
  );
}
