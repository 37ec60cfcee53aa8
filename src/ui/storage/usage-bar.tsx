import { type StorageUsage, totalBytes } from '#core/disk/storage-usage.ts';
import { t } from '../words/words.ts';
import { sizeOf } from './storage-words.ts';

interface Share {
  readonly name: string;
  readonly bytes: number;
  readonly colour: string;
}

/** The whole as one bar, each kind in its own colour, and what each colour stands for. */
export function UsageBar({ usage }: { usage: StorageUsage }) {
  const shares = sharesOf(usage).filter(({ bytes }) => bytes > 0);
  const all = totalBytes(shares);
  return (
    <div className="flex flex-col gap-3">
      <div aria-hidden className="flex h-3 gap-px overflow-hidden rounded-full bg-surface-3">
        {shares.map(({ name, bytes, colour }) => (
          <span key={name} className={colour} style={{ flexGrow: bytes / all, minWidth: 3 }} />
        ))}
      </div>
      <ul aria-label={t`What takes the room`} className="flex flex-wrap gap-x-6 gap-y-1.5 text-small">
        {shares.map(({ name, bytes, colour }) => (
          <li key={name} className="flex items-center gap-2">
            <span aria-hidden className={`size-2.5 rounded-full ${colour}`} />
            {name}
            <span className="text-text-muted tabular-nums">{sizeOf(bytes)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function allBytes(usage: StorageUsage): number {
  return totalBytes(sharesOf(usage));
}

function sharesOf(usage: StorageUsage): Share[] {
  return [
    { name: t`Media`, bytes: totalBytes(usage.media), colour: 'bg-info' },
    { name: t`Finished videos`, bytes: totalBytes(usage.videos), colour: 'bg-success' },
    { name: t`Unfinished exports`, bytes: totalBytes(usage.unfinished), colour: 'bg-text' },
    { name: t`Trash`, bytes: totalBytes(usage.trash), colour: 'bg-danger' },
    { name: t`Rescued files`, bytes: totalBytes(usage.rescued), colour: 'bg-text-muted' },
    { name: t`Analyses and previews`, bytes: usage.analysesBytes + usage.otherBytes, colour: 'bg-line-strong' },
  ];
}
