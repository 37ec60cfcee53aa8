/**
 * What an import is doing with a file, in the order in which it comes; `loading` only from an address, `converting` only
 * where a file needs it.
 */
export type ImportStep = 'loading' | 'checking' | 'reading' | 'converting' | 'storing';
