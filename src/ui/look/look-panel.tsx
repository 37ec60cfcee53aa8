import { Accordion } from 'radix-ui';
import { AtmospherePicker, FormatSection, FramePicker, SoundPanel } from '../create/lazy-parts.ts';
import { PartLoader } from '../parts/lazy-part.tsx';
import { Section } from '../parts/section.tsx';
import { useProject } from '../state/editor.tsx';
import { useAsset } from '../state/media.ts';
import { t } from '../words/words.ts';
import { CaptionsRow } from './captions-row.tsx';
import { HookEditor } from './hook-editor.tsx';
import { HookLook } from './hook-look.tsx';
import { LogoSection } from './logo-section.tsx';
import { atmosphereName, frameName, QUALITY_NAMES, STYLE_LABELS } from './names.ts';
import { StylePicker } from './style-picker.tsx';

/** How the video looks. On a phone, text, captions and sound have sheets of their own. */
export function LookPanel({ withTextAndSound }: { withTextAndSound: boolean }) {
  const style = useProject((project) => project.style.preset);
  const frame = useProject((project) => frameName(project.frame));
  const hasLogo = useProject((project) => project.logo !== null);
  const atmosphere = useProject((project) => atmosphereName(project.atmosphere));
  const hook = useProject((project) => project.hook);
  const format = useProject((project) => `${project.format}, ${QUALITY_NAMES[project.quality]}`);
  const music = useAsset(useProject((project) => project.music?.assetId));
  return (
    <Accordion.Root type="multiple" defaultValue={['style', 'text']}>
      <Section id="style" title={t`Style`} summary={STYLE_LABELS[style]}>
        <StylePicker />
      </Section>
      <Section id="frame" title={t`Frame`} summary={frame}>
        <PartLoader part="frame">
          <FramePicker />
        </PartLoader>
      </Section>
      <Section id="logo" title={t`Logo`} summary={hasLogo ? t`Shown` : t`None`}>
        <LogoSection />
      </Section>
      <Section id="atmosphere" title={t`Atmosphere`} summary={atmosphere}>
        <PartLoader part="atmosphere">
          <AtmospherePicker />
        </PartLoader>
      </Section>
      {withTextAndSound && (
        <>
          <Section id="text" title={t`Text hook`} summary={hook || t`None`}>
            <HookEditor />
            <HookLook />
          </Section>
          <CaptionsRow />
          <Section id="sound" title={t`Sound`} summary={music?.name ?? t`No music`}>
            <PartLoader part="sound">
              <SoundPanel />
            </PartLoader>
          </Section>
        </>
      )}
      <Section id="format" title={t`Format and length`} summary={format}>
        <PartLoader part="format">
          <FormatSection />
        </PartLoader>
      </Section>
    </Accordion.Root>
  );
}
