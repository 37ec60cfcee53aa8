import { Type } from 'lucide-react';
import type { ContentHash } from '#core/media/asset.ts';
import { useAttempt } from '../parts/attempt.ts';
import { FileButton } from '../parts/file-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { useFonts } from '../state/fonts.ts';
import { t } from '../words/words.ts';

const FONT_FILES = '.ttf,.otf,.woff,.woff2,font/ttf,font/otf,font/woff,font/woff2';
const OF_STYLE = '';

interface FontFieldProps {
  /** Null is the style's own. */
  readonly font: ContentHash | null;
  readonly onPick: (font: ContentHash | null) => void;
}

/** The font of the text hook: the style's own, or one that the person has added. */
export function FontField({ font, onPick }: FontFieldProps) {
  const { fonts } = useEditor().studio;
  const own = useFonts();
  const { failure, attempt } = useAttempt();
  const isGone = font !== null && own?.every(({ hash }) => hash !== font);
  const add = (file: File) =>
    attempt(async () => {
      const { hash, name } = await fonts.add(file);
      onPick(hash);
      announce(t`${name} added`);
    });
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        label={t`Font of the text hook`}
        value={font ?? OF_STYLE}
        options={[
          { value: OF_STYLE, text: t`As the style has it` },
          ...(own ?? []).map(({ hash, name }) => ({ value: hash, text: name })),
          ...(isGone ? [{ value: font, text: t`A font that was deleted` }] : []),
        ]}
        onChange={(value) => onPick(value === OF_STYLE ? null : value)}
      />
      <div className="self-start">
        <FileButton label={t`Font file`} accept={FONT_FILES} onChoose={add}>
          <Type aria-hidden className="size-4" />
          {t`Add a font`}
        </FileButton>
      </div>
      {failure && (
        <div role="alert">
          <Notice severity="error">{failure}</Notice>
        </div>
      )}
    </div>
  );
}
