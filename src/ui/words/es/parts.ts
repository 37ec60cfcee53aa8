import type { Messages } from '../words.ts';

export const partsWords: Messages = {
  '{0}{1} dB': '{0}{1} dB',
  Dismiss: 'Descartar',
  'Close {0}': 'Cerrar {0}',
};
