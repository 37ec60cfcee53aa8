import { checkNameTemplate } from '#core/platform/output-name.ts';
import { DEFAULT_POSTING } from '#core/platform/posting.ts';
import type { Posting } from './studio/posting.ts';
import type { OpenWorkspace } from './workspace.ts';

export function createPosting({ settings }: Pick<OpenWorkspace, 'settings'>): Posting {
  return {
    get: async () => (await settings.get('posting')) ?? DEFAULT_POSTING,
    async change(choices) {
      const { nameTemplate } = choices;
      const checked = nameTemplate === undefined ? {} : { nameTemplate: checkNameTemplate(nameTemplate) };
      await settings.change('posting', (now) => ({ ...(now ?? DEFAULT_POSTING), ...choices, ...checked }));
    },
  };
}
