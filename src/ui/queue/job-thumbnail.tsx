import { useEffect, useState } from 'react';
import type { RenderJob } from '#core/job/job.ts';
import { firstPictureOf } from '#core/job/render-document.ts';
import { useObjectUrl } from '../parts/object-url.ts';
import { Thumbnail } from '../parts/thumbnail.tsx';
import { useEditor } from '../state/editor.tsx';
import { useThumbnail } from '../state/media.ts';

/** The finished video's own picture, and until there is one its first shot. */
export function JobThumbnail({ job }: { job: RenderJob }) {
  const firstShot = useThumbnail(firstPictureOf(job.project));
  const own = useObjectUrl(useOwnPicture(job));
  return <Thumbnail url={own ?? firstShot} className="h-20 w-14" />;
}

function useOwnPicture({ id, status }: RenderJob): Blob | null {
  const { studio } = useEditor();
  const [picture, setPicture] = useState<Blob | null>(null);
  const completed = status === 'completed';
  useEffect(() => {
    if (!completed) return;
    let left = false;
    // Without its picture the card still says everything; opening it says what is missing.
    studio.exports.output(id).then(
      (output) => !left && setPicture(output.thumbnail),
      () => undefined,
    );
    return () => {
      left = true;
      setPicture(null);
    };
  }, [studio, id, completed]);
  return picture;
}
