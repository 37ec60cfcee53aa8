import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../words/words.ts';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';

const LOOKS = {
  error: { icon: CircleAlert, colour: 'text-danger' },
  warning: { icon: TriangleAlert, colour: 'text-gold-strong' },
  info: { icon: Info, colour: 'text-info' },
} as const;

interface NoticeProps {
  readonly severity: keyof typeof LOOKS;
  readonly children: ReactNode;
  /** Names what is dismissed, for screen readers. */
  readonly dismissLabel?: string;
  readonly onDismiss?: () => void;
}

/** A message that stays until it is dealt with or dismissed. */
export function Notice({ severity, children, dismissLabel = t`Dismiss`, onDismiss }: NoticeProps) {
  const { icon: Icon, colour } = LOOKS[severity];
  return (
    <div className="flex animate-unfold items-start gap-2.5 rounded-control border border-line bg-surface-2 p-3 text-small">
      <Icon aria-hidden className={classNames('mt-px size-4 shrink-0', colour)} />
      <div className="min-w-0 flex-1 break-words">{children}</div>
      {onDismiss && (
        <IconButton label={dismissLabel} onClick={onDismiss} className="-m-2 size-8 max-lg:-m-3 max-lg:size-11">
          <X aria-hidden className="size-4" />
        </IconButton>
      )}
    </div>
  );
}
