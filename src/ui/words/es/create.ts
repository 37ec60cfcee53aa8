import type { Messages } from '../words.ts';

export const createWords: Messages = {
  Panels: 'Paneles',
  'Selected shot': 'Toma seleccionada',
  'Back to the look': 'Volver al aspecto',
  'Golden Frame': 'Golden Frame',
};
