import { expose } from 'comlink';
import { installErrorHandler } from './error-handler.ts';

/** The last line of every worker: answers calls of the page with `api`. Only ever called inside a worker. */
export function exposeWorker<Api extends object>(api: Api): void {
  installErrorHandler();
  expose(api);
}
