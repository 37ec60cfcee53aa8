import { ShieldCheck, ShieldQuestion } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';

/** Whether the browser may throw away what is stored, and the way to forbid it. */
export function ProtectionCard() {
  const { studio } = useEditor();
  const [isProtected, setProtected] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  const { failure, attempt } = useAttempt();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once.
  useEffect(() => attempt(async () => setProtected(await studio.disk.isProtected())), [studio]);
  const protect = () =>
    attempt(async () => {
      const agreed = await studio.disk.protect();
      setProtected(agreed);
      setRefused(!agreed);
      announce(agreed ? t`Your work is protected` : t`The browser did not agree`);
    });
  return (
    <section
      aria-labelledby="protection"
      className="flex flex-col gap-3 rounded-card border border-line bg-surface-2 p-4"
    >
      <h2 id="protection" className="flex items-center gap-2 text-large font-semibold">
        {isProtected ? (
          <ShieldCheck aria-hidden className="size-5 text-success" />
        ) : (
          <ShieldQuestion aria-hidden className="size-5 text-text-muted" />
        )}
        {isProtected ? t`Your work is protected` : t`Not protected yet`}
      </h2>
      <p className="text-small text-text-muted">
        {isProtected
          ? t`The browser deletes nothing here by itself. Clearing site data by hand still deletes everything: keep finished videos elsewhere too.`
          : t`Everything is stored in this browser alone. When the disk runs full, the browser may delete it without asking.`}
      </p>
      {isProtected === false && (
        <Button tone="primary" onClick={protect} className="self-start">
          {t`Protect my work`}
        </Button>
      )}
      {refused && (
        <Notice severity="warning">
          {t`The browser did not agree yet. It does so more readily for pages that are bookmarked, installed or used often: bookmark this one, then try again.`}
        </Notice>
      )}
      {failure && <Notice severity="error">{failure}</Notice>}
    </section>
  );
}
