import type { Messages } from '../words.ts';

export const appWords: Messages = {
  'Your projects could not be opened': 'No se pudieron abrir tus proyectos',
  'The studio cannot start': 'El estudio no puede iniciarse',
  'Nothing was changed. Reload the page to try again.':
    'No se cambió nada. Recarga la página para volver a intentarlo.',
  'Something in the studio broke': 'Algo falló en el estudio',
  'Your project was saved with each edit. Reload the page to go on with it.':
    'Tu proyecto se guardó con cada cambio. Recarga la página para seguir con él.',
};
