import type { Messages } from '../words.ts';

export const incomingWords: Messages = {
  'Take it only if you expected it. Nothing of it has been used yet.':
    'Acéptalo solo si lo esperabas. Aún no se ha usado nada de ello.',
  'Do not take it': 'No aceptar',
  Close: 'Cerrar',
  'Add to this video': 'Añadir a este vídeo',
  'Shared with the studio': 'Compartido con el estudio',
  'Open with the studio': 'Abrir con el estudio',
  'A link to the studio': 'Un enlace al estudio',
  'Loaded from the web': 'Se descarga de la web',
};
