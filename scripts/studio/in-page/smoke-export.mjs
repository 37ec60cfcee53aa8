/**
 * Runs inside the page: exports two seconds of a photo of the sample, and waits for its end.
 * @returns {Promise<{ status: string, error: string | undefined }>}
 */
export async function exportInPage() {
  const { studio } = /** @type {import('./window.mjs').StudioWindow} */ (/** @type {unknown} */ (window));
  const photo = new File([await (await fetch('./demo/photo-1.jpg')).blob()], 'photo.jpg', { type: 'image/jpeg' });
  const { jobId } = await studio.process({ images: [photo], text: 'Smoke', quality: 'freeze', lengthSeconds: 2 });
  for (;;) {
    const { status, lastError } = await studio.jobs.get(jobId);
    if (status !== 'pending' && status !== 'processing') return { status, error: lastError?.message };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
