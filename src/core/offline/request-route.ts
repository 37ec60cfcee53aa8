/**
 * Who answers a request for the product: its page, a file that may be kept, the freshest answer there is, who keeps what
 * another app shares, or the network alone.
 */
export type RequestRoute = 'page' | 'file' | 'freshest' | 'share' | 'network';

export interface RequestFacts {
  readonly method: string;
  readonly isNavigation: boolean;
  /** A part of a file is asked for, which a kept file does not answer. */
  readonly hasRange: boolean;
  /** Asked for past every cache. */
  readonly isAnew: boolean;
  /** Relative to the product's address; null for one that is not the product's. */
  readonly path: string | null;
}

/** The host changes it without a new version of the product. */
const MODEL_LIST = 'models/index.json';
const MODELS = 'models/';
const PAGES: readonly (string | null)[] = ['', 'index.html'];
/** Where the system sends what is shared with the installed studio, as the manifest names it. */
const SHARE_TARGET = 'share-target';
/** Names under these carry a hash of their content. */
const HASHED = ['assets/', 'network/'];

export function requestRoute({ method, isNavigation, hasRange, isAnew, path }: RequestFacts): RequestRoute {
  if (method === 'POST' && isNavigation && path === SHARE_TARGET) return 'share';
  if (method !== 'GET' || path === null || hasRange) return 'network';
  if (isNavigation) return PAGES.includes(path) ? 'page' : 'network';
  if (isAnew) return 'network';
  if (path === MODEL_LIST) return 'freshest';
  // Models of speech are kept by whoever loads them.
  return path.startsWith(MODELS) ? 'network' : 'file';
}

/** True where a path always means the same bytes. */
export function isImmutable(path: string): boolean {
  return HASHED.some((folder) => path.startsWith(folder));
}
