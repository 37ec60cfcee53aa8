import { Smartphone } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { COVERING_PLATFORMS, PLATFORM_PRESETS } from '#core/platform/platforms.ts';
import { referenceSize } from '#core/render/settings.ts';
import { safeArea } from '#core/scene/safe-areas.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { MENU, MENU_ITEM } from '../parts/menu-look.ts';
import { useEditor, useProject, useView } from '../state/editor.tsx';
import { t, translate } from '../words/words.ts';

/** What one app draws over the video, dimmed: text in the bright part can be read there. */
export function Guides() {
  const platform = useView((view) => view.guides);
  const format = useProject((project) => project.format);
  if (!platform) return null;
  const canvas = referenceSize(format);
  const area = safeArea(platform, canvas);
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  const box = {
    left: percent(area.x, canvas.width),
    top: percent(area.y, canvas.height),
    width: percent(area.width, canvas.width),
    height: percent(area.height, canvas.height),
  };
  return (
    <div
      role="img"
      aria-label={t`The bright part stays free of ${translate(PLATFORM_PRESETS[platform].label)}'s buttons`}
      className="pointer-events-none absolute inset-0 overflow-hidden"
    >
      <span className="absolute rounded-thumb outline-[2000px] outline-ink/55 outline-solid" style={box} />
      <span className="absolute rounded-thumb border border-dashed border-text" style={box}>
        <span className="absolute top-1 left-1 rounded-[4px] bg-ink/80 px-1 text-[11px]">
          {translate(PLATFORM_PRESETS[platform].label)}
        </span>
      </span>
    </div>
  );
}

/** Chooses whose guides are shown. */
export function GuidesMenu() {
  const { view } = useEditor();
  const platform = useView((state) => state.guides);
  const vertical = useProject((project) => project.format === '9:16');
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton
          label={platform ? t`Guides of ${translate(PLATFORM_PRESETS[platform].label)}` : t`Guides of the apps`}
          aria-pressed={platform !== null}
        >
          <Smartphone aria-hidden className="size-4.5" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content sideOffset={6} className={MENU}>
        <DropdownMenu.RadioGroup
          value={platform ?? 'none'}
          onValueChange={(value) =>
            view.setState({ guides: COVERING_PLATFORMS.find((name) => name === value) ?? null })
          }
        >
          {(['none', ...COVERING_PLATFORMS] as const).map((name) => (
            <DropdownMenu.RadioItem key={name} value={name} className={MENU_ITEM}>
              <DropdownMenu.ItemIndicator className="size-2 rounded-full bg-gold" />
              {name === 'none' ? t`No guides` : translate(PLATFORM_PRESETS[name].label)}
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
        {!vertical && (
          <p className="max-w-44 px-3 py-2 text-small text-text-muted">{t`The apps cover 9:16 videos alone.`}</p>
        )}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
