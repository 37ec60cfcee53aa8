import { startTransition, useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { missingFeatures } from '#app/browser-features.ts';
import { createInstall } from '#app/install/create-install.ts';
import { admitOwnScriptsOnly } from '#app/own-scripts.ts';
import type { StudioApi } from '#app/studio-api.ts';
import { holdPageVersion } from '#app/updates/page-version.ts';
import { StudioError, toStudioError } from '#core/errors.ts';
import { removeFirstScreen } from '#ui/first-screen.ts';
import { download } from '#ui/save/download.ts';
import { speakPreferred } from '#ui/words/languages.ts';
import { locale, t, translate } from '#ui/words/words.ts';

declare global {
  interface Window {
    studio?: StudioApi;
  }
}

admitOwnScriptsOnly();

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root.');
// After an error that nothing caught React takes everything off the page: say so instead of leaving it empty.
const root = createRoot(element, { onUncaughtError: (error) => root.render(<Stopped error={toStudioError(error)} />) });

/** What happened before something broke; null until there is a studio that keeps it. */
let readLog: (() => Promise<File>) | null = null;

try {
  // Before anything that says something is loaded.
  await speakPreferred();
  await refuseOldBrowser();
  holdPageVersion();
  const install = createInstall();
  // Loaded beside each other, and each started in a task of its own: together they held the page up for too long.
  const drawing = import('#ui/app.tsx');
  const [{ createStudio }, { createStudioApi }] = await Promise.all([
    import('#app/create-studio.ts'),
    import('#app/studio-api.ts'),
  ]);
  const studio = await createStudio(install, translate);
  readLog = () => studio.ledger.log.file();
  // Never where another page could reach in.
  if (window.top === window) window.studio = createStudioApi(studio);
  const { App } = await drawing;
  // A transition is rendered in slices, the first render of anything else in one piece.
  startTransition(() => root.render(<App studio={studio} />));
} catch (error) {
  root.render(<CannotStart error={toStudioError(error)} />);
}

/** @throws StudioError `browser-unsupported`. */
async function refuseOldBrowser(): Promise<void> {
  const missing = await missingFeatures();
  if (missing.length === 0) return;
  throw new StudioError(
    'browser-unsupported',
    `This browser cannot run the studio: it lacks ${new Intl.ListFormat(locale()).format(missing.map(translate))}. Open this page in a current Chrome, Edge, Firefox or Safari, not in a private window.`,
    { rule: 'browser features', value: missing.join(', ') },
  );
}

function CannotStart({ error }: { error: StudioError }) {
  return (
    <PlainMessage
      title={t`The studio cannot start`}
      error={error}
      hint={t`Nothing was changed. Reload the page to try again.`}
    />
  );
}

function Stopped({ error }: { error: StudioError }) {
  return (
    <PlainMessage
      title={t`Something in the studio broke`}
      error={error}
      hint={t`Your project was saved with each edit. Reload the page to go on with it.`}
    />
  );
}

/** Draws without the studio's styles, which may be what failed. */
function PlainMessage({ title, error, hint }: { title: string; error: StudioError; hint: string }) {
  useLayoutEffect(removeFirstScreen, []);
  const [failure, setFailure] = useState<StudioError | null>(null);
  return (
    <main role="alert" style={MESSAGE}>
      <h1 style={{ fontSize: '1.25rem' }}>{title}</h1>
      <p>{translate(error.message)}</p>
      <p style={{ color: '#A8A49B' }}>{hint}</p>
      <div style={BUTTONS}>
        <button type="button" style={RELOAD} onClick={() => location.reload()}>
          {t`Reload`}
        </button>
        {readLog && (
          <button
            type="button"
            style={SAVE_LOG}
            onClick={() => readLog?.().then(download, (thrown) => setFailure(toStudioError(thrown)))}
          >
            {t`Download log`}
          </button>
        )}
      </div>
      {failure && <p>{translate(failure.message)}</p>}
    </main>
  );
}

const MESSAGE = {
  display: 'grid',
  gap: '1rem',
  justifyItems: 'start',
  maxWidth: '34rem',
  margin: '20vh auto 0',
  padding: '0 1.5rem',
  color: '#F4F1EA',
} as const;

const BUTTONS = { display: 'flex', flexWrap: 'wrap', gap: '0.75rem' } as const;

const RELOAD = {
  padding: '0.75rem 1.5rem',
  border: 0,
  borderRadius: 8,
  background: '#D4AF37',
  color: '#1A1404',
  font: 'inherit',
  fontWeight: 600,
  cursor: 'pointer',
} as const;

const SAVE_LOG = { ...RELOAD, background: '#1E1E23', color: '#F4F1EA', fontWeight: 400 } as const;
