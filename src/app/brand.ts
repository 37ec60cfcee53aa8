import { checkColours, NO_BRAND } from '#core/project/brand.ts';
import { OneAtATime } from './assets/one-at-a-time.ts';
import type { Brand } from './studio/brand.ts';
import type { OpenWorkspace } from './workspace.ts';

export function createBrand({ settings }: Pick<OpenWorkspace, 'settings'>): Brand {
  const get = async () => (await settings.get('brand')) ?? NO_BRAND;
  const turns = new OneAtATime();
  return {
    get,
    change: (change) =>
      turns.run(async () => {
        const kit = change(await get());
        checkColours(kit.colours);
        await settings.set('brand', kit);
      }),
  };
}
