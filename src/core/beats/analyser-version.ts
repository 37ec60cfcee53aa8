/** Grids of another version are found anew. Raise it with each change of what the analyser answers. */
export const BEAT_ANALYSER_VERSION = 1;
