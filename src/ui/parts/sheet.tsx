import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { t } from '../words/words.ts';
import { classNames } from './class-names.ts';

interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** What a phone's sheet stands on: the bar of the studio, or the edge of a screen without one. */
  readonly floor?: 'bar' | 'edge';
  /** Id of what has the focus after it where the opener is gone by then. */
  readonly fallbackFocus?: string;
  /** Stays in place under the scrolling content. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A panel over part of the screen: at the right edge of a desktop, at the bottom of a phone. It leaves the stage visible
 * and usable, so it is closed by its button or Escape alone. Focus goes back to where it came from.
 */
export function Sheet({ open, title, onClose, floor = 'bar', fallbackFocus, footer, children }: SheetProps) {
  const opener = useRef<Element | null>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()} modal={false}>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const fallback = fallbackFocus === undefined ? null : document.getElementById(fallbackFocus);
            const target = isThere(opener.current) ? opener.current : fallback;
            target?.focus();
          }}
          onInteractOutside={(event) => event.preventDefault()}
          className={classNames(
            floor === 'bar'
              ? 'max-lg:bottom-[calc(64px+env(safe-area-inset-bottom))]'
              : 'max-lg:bottom-0 max-lg:pb-[env(safe-area-inset-bottom)]',
            'fixed z-30 flex flex-col bg-surface-1 max-lg:inset-x-0 max-lg:h-[var(--sheet-height)] max-lg:animate-rise max-lg:rounded-t-card max-lg:border-t max-lg:border-line lg:top-14 lg:end-0 lg:bottom-0 lg:w-80 xl:w-90 lg:animate-slide-left rtl:lg:animate-fade lg:border-s lg:border-line',
          )}
        >
          <div className="flex h-12 shrink-0 items-center justify-between pe-2 ps-4 lg:h-14 lg:pe-3 lg:ps-6">
            <Dialog.Title className="text-large font-semibold">{title}</Dialog.Title>
            <Dialog.Close asChild>
              <button
                type="button"
                aria-label={t`Close ${title.toLowerCase()}`}
                className="flex size-9 items-center justify-center rounded-control text-text-muted transition-colors duration-150 ease-out hover:bg-surface-3 hover:text-text max-lg:size-11"
              >
                <X aria-hidden className="size-5" />
              </button>
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pt-1 pb-4 lg:px-6 lg:pb-6">
            {children}
          </div>
          {footer && <div className="shrink-0 border-t border-line px-4 py-3 lg:px-6 lg:py-4">{footer}</div>}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** False for the body, which has the focus when its element has gone. */
function isThere(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.isConnected && element !== document.body;
}
