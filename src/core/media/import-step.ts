/** What an import is doing with a file, in the order in which it comes; `converting` only where a file needs it. */
export type ImportStep = 'checking' | 'reading' | 'converting' | 'storing';
