import { addressOf } from '../pages/address.ts';
import { Toggle } from '../parts/toggle.tsx';
import { useBrand } from '../state/brand.ts';
import { useEditor, useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';

/** Shows the logo of the brand on this video, or leaves it out. */
export function LogoSection() {
  const { history } = useEditor();
  const logo = useProject((project) => project.logo);
  const { logo: ofBrand } = useBrand();
  return (
    <div className="flex flex-col gap-2">
      {(logo ?? ofBrand) && (
        <Toggle
          label={t`Show the logo`}
          checked={logo !== null}
          onChange={(shown) => history.edit((project) => ({ ...project, logo: shown ? ofBrand : null }))}
        />
      )}
      <a
        href={addressOf('workspaces')}
        className="inline-flex min-h-11 items-center self-start underline underline-offset-4 lg:min-h-9"
      >
        {ofBrand ? t`Change it in the brand kit` : t`Choose one in the brand kit`}
      </a>
    </div>
  );
}
