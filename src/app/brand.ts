import { assetsOfBrand, branded, checkKit, NO_BRAND } from '#core/project/brand.ts';
import { OneAtATime } from './assets/one-at-a-time.ts';
import type { Brand } from './studio/brand.ts';
import type { OpenWorkspace } from './workspace.ts';

export function createBrand({ settings, assets, fonts }: Pick<OpenWorkspace, 'settings' | 'assets' | 'fonts'>): Brand {
  const get = async () => (await settings.get('brand')) ?? NO_BRAND;
  const turns = new OneAtATime();
  return {
    get,
    async dress(project) {
      const kit = await get();
      const known = await assets.lookup(assetsOfBrand(kit));
      const own = new Set((await fonts.list()).map(({ hash }) => hash));
      return branded(project, kit, (id) => known.has(id) || own.has(id));
    },
    change: (change) =>
      turns.run(async () => {
        const kit = change(await get());
        checkKit(kit);
        await settings.set('brand', kit);
      }),
  };
}
