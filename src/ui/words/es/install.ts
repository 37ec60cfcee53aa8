import type { Messages } from '../words.ts';

export const installWords: Messages = {
  'Install the app': 'Instalar la aplicación',
  'Do not offer it again': 'No ofrecerlo más',
  'Keep the studio as an app: it opens from its own icon, also without a network.':
    'Guarda el estudio como aplicación: se abre con su propio icono, también sin red.',
  'Tap Share, then Add to Home Screen.': 'Toca Compartir y luego «Añadir a pantalla de inicio».',
};
