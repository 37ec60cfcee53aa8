import { createRoot } from 'react-dom/client';
import { missingFeatures } from '#app/browser-features.ts';
import { createStudio } from '#app/create-studio.ts';
import { createStudioApi, type StudioApi } from '#app/studio-api.ts';
import { StudioError, toStudioError } from '#core/errors.ts';
import { App } from '#ui/app.tsx';

declare global {
  interface Window {
    studio?: StudioApi;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

try {
  refuseOldBrowser();
  const studio = await createStudio();
  // Never where another page could reach in.
  if (window.top === window) window.studio = createStudioApi(studio);
  createRoot(root).render(<App studio={studio} />);
} catch (error) {
  createRoot(root).render(<CannotStart error={toStudioError(error)} />);
}

/** @throws StudioError `browser-unsupported`. */
function refuseOldBrowser(): void {
  const missing = missingFeatures();
  if (missing.length === 0) return;
  throw new StudioError(
    'browser-unsupported',
    `This browser cannot run the studio: it lacks ${missing.join(' and ')}. Open this page in a current Chrome, Edge, Firefox or Safari, not in a private window.`,
    { rule: 'browser features', value: missing.join(', ') },
  );
}

function CannotStart({ error }: { error: StudioError }) {
  return (
    <main role="alert" style={{ maxWidth: '34rem', margin: '20vh auto 0', padding: '0 1.5rem', color: '#F4F1EA' }}>
      <h1 style={{ fontSize: '1.25rem' }}>The studio cannot start</h1>
      <p>{error.message}</p>
      <p style={{ color: '#A8A49B' }}>Nothing was changed. Reload the page to try again.</p>
    </main>
  );
}
