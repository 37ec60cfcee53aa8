import type { Messages } from '../words.ts';

export const viewWords: Messages = {
  '{0} kB': '{0} kB',
  '{0} MB': '{0} MB',
  '{0} GB': '{0} GB',
  '{0} min': '{0} min',
  '{0} h {1} min': '{0} h {1} min',
  'just now': 'ahora mismo',
  '{0} min ago': 'hace {0} min',
  '{0} h ago': 'hace {0} h',
};
