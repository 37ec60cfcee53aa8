import { StudioError } from '#core/errors.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import type { PreviewWorker } from '#protocol/preview.ts';

/** Holds the place of the preview worker until the compositor is joined to it. */
const notYet = () => Promise.reject(new StudioError('browser-unsupported', 'The preview is not built in yet.'));

exposeWorker<PreviewWorker>({ attach: notYet, resize: notYet, load: notYet, draw: notYet });
