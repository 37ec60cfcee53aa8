import { StudioError } from '#core/errors.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import type { RenderWorker } from '#protocol/render.ts';

/** Holds the place of the render worker until the export is joined to it. */
const notYet = () => Promise.reject(new StudioError('browser-unsupported', 'Exporting is not built in yet.'));

exposeWorker<RenderWorker>({ probe: notYet, render: notYet });
