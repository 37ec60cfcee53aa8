import type { Messages } from '../words.ts';

export const pagesWords: Messages = {
  Main: 'Principal',
  'Golden Frame Studio': 'Golden Frame Studio',
  Tools: 'Herramientas',
};
