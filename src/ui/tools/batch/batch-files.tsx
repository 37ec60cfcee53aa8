import { CircleAlert, Film, Image, Music, X } from 'lucide-react';
import type { BatchFile } from '#core/batch/batch-row.ts';
import type { RefusedFile } from '#core/batch/find-file.ts';
import { IconButton } from '../../parts/icon-button.tsx';
import { t, translate } from '../../words/words.ts';
import type { BatchTool } from './batch-tool.ts';

const ICONS = { image: Image, video: Film, audio: Music } as const;

/** What rows may name, and what could not be taken in. */
export function BatchFiles({
  tool,
  files,
  refused,
}: {
  readonly tool: BatchTool;
  readonly files: readonly BatchFile[];
  readonly refused: readonly RefusedFile[];
}) {
  if (files.length + refused.length === 0) {
    return <p className="text-small text-text-muted">{t`Or drop them anywhere on this page.`}</p>;
  }
  return (
    <ul aria-label={t`Files`} className="flex max-h-44 flex-col overflow-y-auto rounded-control border border-line">
      {refused.map(({ name, reason }) => (
        <li key={`refused ${name}`} className="flex items-start gap-2 border-b border-line px-3 py-1.5 last:border-b-0">
          <CircleAlert aria-hidden className="mt-2 size-4 shrink-0 text-danger" />
          <span className="min-w-0 flex-1 self-center text-small break-words">{translate(reason)}</span>
          <RemoveButton tool={tool} name={name} />
        </li>
      ))}
      {files.map(({ name, kind }) => {
        const Icon = ICONS[kind];
        return (
          <li key={name} className="flex items-center gap-2 border-b border-line px-3 py-0.5 last:border-b-0">
            <Icon aria-hidden className="size-4 shrink-0 text-text-muted" />
            <span className="min-w-0 flex-1 truncate text-small" title={name}>
              {name}
            </span>
            <RemoveButton tool={tool} name={name} />
          </li>
        );
      })}
    </ul>
  );
}

function RemoveButton({ tool, name }: { readonly tool: BatchTool; readonly name: string }) {
  return (
    <IconButton label={t`Remove ${name}`} className="size-8" onClick={() => tool.removeFile(name)}>
      <X aria-hidden className="size-4" />
    </IconButton>
  );
}
