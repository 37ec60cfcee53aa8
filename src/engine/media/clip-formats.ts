import { MATROSKA, MP4, MPEG_TS, QTFF, WEBM } from 'mediabunny';

/** Containers of clips that are read in the browser itself. Playlists are left out: they would fetch from the network. */
export const CLIP_FORMATS = [MP4, QTFF, MATROSKA, WEBM, MPEG_TS];
