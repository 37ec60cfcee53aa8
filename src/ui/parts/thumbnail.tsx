import { Film } from 'lucide-react';
import { classNames } from './class-names.ts';

/** A small picture beside the words that say what it is; a film where there is none. */
export function Thumbnail({ url, className }: { url: string | undefined; className: string }) {
  return (
    <span
      className={classNames(
        'flex shrink-0 items-center justify-center overflow-hidden rounded-thumb bg-surface-3',
        className,
      )}
    >
      {url ? (
        <img src={url} alt="" className="size-full object-cover" />
      ) : (
        <Film aria-hidden className="size-4 text-text-muted" />
      )}
    </span>
  );
}
