import { Check } from 'lucide-react';
import { COVERING_PLATFORMS, PLATFORM_PRESETS, PLATFORMS, type Platform } from '#core/platform/platforms.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { useEditor } from '../state/editor.tsx';
import { usePosting } from '../state/exports.ts';
import { t, translate } from '../words/words.ts';

/** Where the video is to be posted: any number of places. The preview shows what the last one covers. */
export function PlatformPicker() {
  const { posting, view } = useEditor();
  const { platforms } = usePosting();
  const { failure, attempt } = useAttempt();
  const toggle = (platform: Platform) => {
    const added = !platforms.includes(platform);
    // In the order in which they are offered: the first names the first video.
    const next = PLATFORMS.filter((name) => (name === platform ? added : platforms.includes(name)));
    attempt(() => posting.choosePlatforms(next));
    const covers = COVERING_PLATFORMS.includes(platform);
    if (added && covers) view.setState({ guides: platform });
    else if (view.getState().guides === platform) view.setState({ guides: null });
  };
  return (
    <Field title={t`Post to`}>
      {failure !== null && <Notice severity="error">{failure}</Notice>}
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">{t`Platforms`}</legend>
        {PLATFORMS.map((platform) => (
          <PlatformBox
            key={platform}
            label={translate(PLATFORM_PRESETS[platform].label)}
            checked={platforms.includes(platform)}
            onToggle={() => toggle(platform)}
          />
        ))}
      </fieldset>
    </Field>
  );
}

function PlatformBox({ label, checked, onToggle }: { label: string; checked: boolean; onToggle: () => void }) {
  return (
    <label className="relative flex h-9 cursor-pointer items-center gap-1.5 rounded-full border border-line bg-surface-2 px-3 text-small text-text-muted transition-colors duration-150 ease-out hover:border-line-strong hover:text-text has-checked:border-gold has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-gold max-lg:h-11">
      <input
        type="checkbox"
        checked={checked}
        onChange={onToggle}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      />
      {checked && <Check aria-hidden className="size-3.5" />}
      {label}
    </label>
  );
}
