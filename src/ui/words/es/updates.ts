import type { Messages } from '../words.ts';

export const updatesWords: Messages = {
  'New version': 'Nueva versión',
  'Not now': 'Ahora no',
  'A new version of the studio is ready. The page loads anew; your work is saved.':
    'Hay una nueva versión del estudio. La página se vuelve a cargar; tu trabajo está guardado.',
  'Reload now': 'Recargar ahora',
};
