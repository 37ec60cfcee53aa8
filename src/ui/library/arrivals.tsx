import { LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useEditor } from '../state/editor.tsx';
import { useStored } from '../state/stored.ts';
import { t, translate } from '../words/words.ts';

/** Of many files that failed, the newest stand for all. */
const SHOWN_AT_FIRST = 4;

interface ArrivalsProps {
  /** Whether the page says already how far the first are. */
  readonly showsProgress: boolean;
  /** Loads an address again: what has arrived of it is not asked for twice. */
  readonly onRetry: (address: string) => void;
}

/**
 * Files that are on their way, and those that did not arrive with the reason: these stay until they are dismissed.
 */
export function Arrivals({ showsProgress, onRetry }: ArrivalsProps) {
  const { library } = useEditor().studio;
  const arrivals = useStored(() => library.arrivals(), [library]) ?? [];
  const [all, setAll] = useState(false);
  const failed = arrivals.flatMap((arrival) => (arrival.status === 'failed' ? [arrival] : []));
  const underWay = arrivals.length - failed.length;
  const shown = all ? failed : failed.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      {underWay > 0 && !showsProgress && (
        <p className="flex items-center gap-2.5 rounded-control border border-line bg-surface-2 p-3 text-small">
          <LoaderCircle aria-hidden className="size-4 animate-spin text-text-muted motion-reduce:animate-none" />
          {underWay === 1 ? t`1 file is on its way` : t`${underWay} files are on their way`}
        </p>
      )}
      {failed.length > 0 && (
        <section aria-label={t`Files that could not be added`} className="flex flex-col gap-2">
          <ul className="flex flex-col gap-2">
            {shown.map(({ id, name, source, error }) => (
              <li key={id}>
                <Notice
                  severity="error"
                  dismissLabel={t`Dismiss the message about ${name}`}
                  onDismiss={() => void library.dismissArrivals([id])}
                >
                  {translate(error.message)}
                  {source.kind === 'url' && error.code === 'connection-lost' && (
                    <Button
                      size="small"
                      className="mt-2 flex"
                      onClick={() => {
                        void library.dismissArrivals([id]);
                        onRetry(source.address);
                      }}
                    >
                      {t`Go on`}
                    </Button>
                  )}
                </Notice>
              </li>
            ))}
          </ul>
          {failed.length > 1 && (
            <div className="flex gap-2">
              {failed.length > shown.length && (
                <Button size="small" onClick={() => setAll(true)}>
                  {t`Show all ${failed.length}`}
                </Button>
              )}
              <Button size="small" onClick={() => void library.dismissArrivals(failed.map(({ id }) => id))}>
                {t`Dismiss all`}
              </Button>
            </div>
          )}
        </section>
      )}
    </>
  );
}
