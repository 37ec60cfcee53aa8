import { Trash2 } from 'lucide-react';
import type { ContentHash } from '#core/media/asset.ts';
import type { OwnFont } from '#core/text/own-font.ts';
import { FontField } from '../look/font-field.tsx';
import { useAttempt } from '../parts/attempt.ts';
import { Confirm } from '../parts/confirm.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { useFonts } from '../state/fonts.ts';
import { t } from '../words/words.ts';
import type { PartProps } from './brand-part.ts';

/** The fonts of the workspace, and the one that new videos begin with. */
export function FontsPart({ font, onChange }: PartProps & { font: ContentHash | null }) {
  const { fonts } = useEditor().studio;
  const own = useFonts() ?? [];
  const { failure, attempt } = useAttempt();
  const remove = ({ hash, name }: OwnFont) =>
    attempt(async () => {
      await fonts.remove(hash);
      announce(t`${name} deleted`);
      if (hash === font) onChange((kit) => ({ ...kit, hookFont: null }), t`Font of the text hook changed`);
    });
  return (
    <section aria-labelledby="brand-fonts" className="mt-4 flex flex-col gap-3 border-t border-line pt-4">
      <div>
        <h3 id="brand-fonts" className="font-medium">
          {t`Fonts`}
        </h3>
        <p className="text-text-muted">
          {t`Your own, as TTF, OTF, WOFF or WOFF2. Characters that one lacks come from the studio’s.`}
        </p>
      </div>
      <FontField
        font={font}
        onPick={(hookFont) => onChange((kit) => ({ ...kit, hookFont }), t`Font of the text hook changed`)}
      />
      {failure && (
        <div role="alert">
          <Notice severity="error">{failure}</Notice>
        </div>
      )}
      <ul aria-label={t`Own fonts`} className="flex flex-col empty:hidden">
        {own.map((one) => (
          <li key={one.hash} className="flex min-h-11 min-w-0 items-center gap-2">
            <span className="min-w-0 flex-1 truncate" title={one.name}>
              {one.name}
            </span>
            <span className="text-small text-text-muted">{one.format.toUpperCase()}</span>
            <Confirm
              title={t`Delete ${one.name}?`}
              text={t`Videos with text in it are written in their style’s font from then on. This cannot be undone.`}
              confirmLabel={t`Delete the font`}
              onConfirm={() => remove(one)}
            >
              <IconButton label={t`Delete ${one.name}`}>
                <Trash2 aria-hidden className="size-4" />
              </IconButton>
            </Confirm>
          </li>
        ))}
      </ul>
    </section>
  );
}
