import { MonitorDown } from 'lucide-react';
import { useAttempt } from '../parts/attempt.ts';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { useInstall } from './use-install.ts';

/** Installs the studio, in a menu of pages, while the browser can. */
export function InstallEntry({ onFollow }: { onFollow: () => void }) {
  const { install } = useEditor().studio;
  const { way } = useInstall();
  const { failure, attempt } = useAttempt();
  if (way !== 'ask') return null;
  // The menu stays until the person has answered, and says why where the browser does not ask.
  const ask = () =>
    attempt(async () => {
      await install.ask();
      onFollow();
    });
  return (
    <>
      <button
        type="button"
        onClick={ask}
        className="flex h-12 w-full shrink-0 items-center gap-3 rounded-control px-3 text-start text-text-muted -outline-offset-2 transition-colors duration-150 ease-out hover:bg-surface-2 hover:text-text lg:h-10"
      >
        <MonitorDown aria-hidden className="size-5 lg:size-4.5" />
        {t`Install the app`}
      </button>
      {failure !== null && (
        <p role="alert" className="px-3 text-small text-danger">
          {failure}
        </p>
      )}
    </>
  );
}
