import { addressOf } from '../pages/address.ts';
import { t } from '../words/words.ts';

/** What this page is for, and the way to its first entry. */
export function EmptyQueue() {
  return (
    <div className="flex flex-col items-center gap-6 rounded-card border border-line px-6 py-16 text-center max-lg:py-12">
      <div className="flex max-w-100 flex-col gap-3">
        <h2 className="font-display text-display text-balance">{t`Your exports line up here`}</h2>
        <p className="text-text-muted text-balance">
          {t`Press Export on the Create page. You can go on editing, start another, or close this tab: an export that was cut short goes on when you are back.`}
        </p>
      </div>
      <a
        href={addressOf('studio')}
        className="inline-flex h-11 items-center rounded-control bg-gold px-6 text-large font-semibold text-gold-ink transition-colors duration-150 ease-out hover:bg-gold-strong"
      >
        {t`Create a video`}
      </a>
    </div>
  );
}
