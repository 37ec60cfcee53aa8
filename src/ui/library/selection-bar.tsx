import { FolderInput, Info, Star, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { t } from '../words/words.ts';

interface SelectionBarProps {
  readonly count: number;
  readonly allFavourite: boolean;
  /** Null where several are chosen. */
  readonly onDetails: (() => void) | null;
  readonly onOrganise: () => void;
  readonly onFavourite: () => void;
  readonly onDiscard: () => void;
  readonly onNone: () => void;
}

/** What may be done with what is chosen. It stays in sight at the bottom of the page. */
export function SelectionBar(props: SelectionBarProps) {
  const { count, allFavourite, onDetails, onOrganise, onFavourite, onDiscard, onNone } = props;
  return (
    <div
      role="toolbar"
      aria-label={t`Chosen media`}
      className="sticky bottom-3 z-20 mx-auto flex w-full max-w-150 animate-rise items-center gap-2 rounded-card border border-line-strong bg-surface-3 p-2 ps-4 max-lg:gap-0"
    >
      <p className="flex-1 whitespace-nowrap tabular-nums">{t`${count} selected`}</p>
      {onDetails && (
        <Action label={t`Details`} onClick={onDetails}>
          <Info aria-hidden className="size-4.5" />
        </Action>
      )}
      <Action label={t`Organise`} onClick={onOrganise}>
        <FolderInput aria-hidden className="size-4.5" />
      </Action>
      <Action label={allFavourite ? t`Not a favourite` : t`Favourite`} onClick={onFavourite}>
        <Star aria-hidden className={allFavourite ? 'size-4.5 fill-current' : 'size-4.5'} />
      </Action>
      <Action label={t`Move to the trash`} onClick={onDiscard}>
        <Trash2 aria-hidden className="size-4.5" />
      </Action>
      <IconButton label={t`Choose none`} onClick={onNone}>
        <X aria-hidden className="size-4.5" />
      </IconButton>
    </div>
  );
}

/** With its word where there is room. */
function Action({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Button
      tone="bare"
      size="small"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="max-lg:w-11 max-lg:px-0"
    >
      {children}
      <span className="max-lg:hidden">{label}</span>
    </Button>
  );
}
