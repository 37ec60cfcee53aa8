import { Copy } from 'lucide-react';
import { useId } from 'react';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { copyText } from '../save/copy.ts';
import { announce } from '../state/announcements.ts';
import { t } from '../words/words.ts';

/** What to write beside the video: a suggestion to change and to copy. */
export function PostText({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const id = useId();
  const { failure, attempt } = useAttempt();
  const copy = () =>
    attempt(async () => {
      await copyText(text);
      announce(t`Text copied`);
    });
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-small text-text-muted">
        {t`Text to post`}
      </label>
      <textarea
        id={id}
        rows={4}
        dir="auto"
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="w-full resize-none rounded-control border border-line-strong bg-surface-2 px-3 py-2 max-lg:text-large"
      />
      {failure !== null && (
        <div role="alert">
          <Notice severity="error">{failure}</Notice>
        </div>
      )}
      <Button onClick={copy}>
        <Copy aria-hidden className="size-4" />
        {t`Copy text`}
      </Button>
    </div>
  );
}
