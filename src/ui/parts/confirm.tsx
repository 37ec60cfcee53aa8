import { AlertDialog } from 'radix-ui';
import type { ReactElement } from 'react';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';

interface ConfirmProps {
  /** The button that asks. */
  readonly children: ReactElement;
  readonly title: string;
  /** What is lost, and that it cannot be undone. */
  readonly text: string;
  readonly confirmLabel: string;
  /** The way back. */
  readonly cancelLabel?: string;
  readonly onConfirm: () => void;
}

/** Asks before something goes for good. The way back has the focus. */
export function Confirm({ children, ...content }: ConfirmProps) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>{children}</AlertDialog.Trigger>
      <ConfirmContent {...content} />
    </AlertDialog.Root>
  );
}

interface ConfirmDialogProps extends Omit<ConfirmProps, 'children'> {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** As `Confirm`, where something else than a button asks. */
export function ConfirmDialog({ open, onClose, ...content }: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <ConfirmContent {...content} />
    </AlertDialog.Root>
  );
}

function ConfirmContent(props: Omit<ConfirmProps, 'children'>) {
  const { title, text, confirmLabel, cancelLabel = t`Keep`, onConfirm } = props;
  return (
    <AlertDialog.Portal>
      <AlertDialog.Overlay className="fixed inset-0 z-40 animate-fade bg-ink/70" />
      <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 flex w-[min(420px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 flex-col gap-3 rounded-card border border-line bg-surface-1 p-6">
        <AlertDialog.Title className="text-large font-semibold">{title}</AlertDialog.Title>
        <AlertDialog.Description className="text-text-muted">{text}</AlertDialog.Description>
        <div className="mt-3 flex justify-end gap-2 max-lg:flex-col-reverse">
          <AlertDialog.Cancel asChild>
            <Button>{cancelLabel}</Button>
          </AlertDialog.Cancel>
          <AlertDialog.Action asChild>
            <Button tone="danger" onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </AlertDialog.Action>
        </div>
      </AlertDialog.Content>
    </AlertDialog.Portal>
  );
}
