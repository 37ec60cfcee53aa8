import { Check, CircleMinus } from 'lucide-react';
import { useState } from 'react';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { canShareVideos } from '../save/share.ts';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { abilitiesOf } from './browser-words.ts';

/** What this browser can do, and what happens where it cannot. Its encoders are tried, which takes a moment: once asked for. */
export function BrowserCard() {
  const { exports } = useEditor().studio;
  const [isOpen, setOpen] = useState(false);
  const [tried, setTried] = useState<RenderCapabilities | null>(null);
  const { failure, attempt } = useAttempt();
  const toggle = () => {
    setOpen(!isOpen);
    if (!tried) attempt(async () => setTried(await exports.capabilities()));
  };
  return (
    <section aria-labelledby="browser" className="flex flex-col gap-3">
      <h2 id="browser" className="text-large font-semibold">
        {t`This browser`}
      </h2>
      <Button aria-expanded={isOpen} onClick={toggle} className="self-start">
        {t`What it can do`}
      </Button>
      <div aria-live="polite">
        {isOpen &&
          !failure &&
          (tried ? (
            <Abilities tried={tried} />
          ) : (
            <p className="text-small text-text-muted">{t`Trying its encoders…`}</p>
          ))}
        {failure && <Notice severity="error">{failure}</Notice>}
      </div>
    </section>
  );
}

function Abilities({ tried }: { tried: RenderCapabilities }) {
  const abilities = abilitiesOf({
    ...tried,
    isIsolated: crossOriginIsolated,
    savesToPlaces: 'showSaveFilePicker' in window,
    shares: canShareVideos(),
    worksOffline: 'serviceWorker' in navigator,
  });
  return (
    <ul
      aria-label={t`What this browser can do`}
      className="flex flex-col divide-y divide-line rounded-card border border-line"
    >
      {abilities.map(({ name, isWhole, words }) => (
        <li key={name} className="flex gap-3 px-4 py-2.5">
          {isWhole ? (
            <Check aria-hidden className="mt-0.5 size-5 shrink-0 text-success" />
          ) : (
            <CircleMinus aria-hidden className="mt-0.5 size-5 shrink-0 text-text-muted" />
          )}
          <div>
            <h3 className="font-medium">{name}</h3>
            <p className="text-small text-text-muted">{words}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
