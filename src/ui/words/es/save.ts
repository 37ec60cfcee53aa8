import type { Messages } from '../words.ts';

export const saveWords: Messages = {
  '{0} was saved': 'Se guardó {0}',
  Share: 'Compartir',
  'Save as': 'Guardar como',
  'Saved as {0}.': 'Guardado como {0}.',
};
