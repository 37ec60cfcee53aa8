import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { useInstall } from './use-install.ts';

/** Offers the studio as an app to somebody who has just seen what it is good for, until they say no. */
export function InstallOffer() {
  const { install } = useEditor().studio;
  const { way, isOffered } = useInstall();
  const { failure, attempt } = useAttempt();
  if (way === 'none' || !isOffered) return null;
  return (
    <section aria-label={t`Install the app`}>
      <Notice severity="info" dismissLabel={t`Do not offer it again`} onDismiss={() => install.putAway()}>
        <p>{t`Keep the studio as an app: it opens from its own icon, also without a network.`}</p>
        {way === 'by-hand' && <p className="mt-1 text-text-muted">{t`Tap Share, then Add to Home Screen.`}</p>}
        {way === 'ask' && (
          <Button size="small" className="mt-2" onClick={() => attempt(() => install.ask())}>
            {t`Install the app`}
          </Button>
        )}
        {failure !== null && <p className="mt-2 text-danger">{failure}</p>}
      </Notice>
    </section>
  );
}
