import { Accordion } from 'radix-ui';
import { MusicRow } from '../media/music-row.tsx';
import { Section } from '../parts/section.tsx';
import { useProject } from '../state/editor.tsx';
import { useAsset } from '../state/media.ts';
import { AtmospherePicker } from './atmosphere-picker.tsx';
import { FormatSection } from './format-section.tsx';
import { FramePicker } from './frame-picker.tsx';
import { HookEditor } from './hook-editor.tsx';
import { atmosphereName, frameName, QUALITY_NAMES } from './names.ts';

/** How the video looks. On a phone, text and sound have sheets of their own. */
export function LookPanel({ withTextAndSound }: { withTextAndSound: boolean }) {
  const frame = useProject((project) => frameName(project.frame));
  const atmosphere = useProject((project) => atmosphereName(project.atmosphere));
  const hook = useProject((project) => project.hook);
  const format = useProject((project) => `${project.format}, ${QUALITY_NAMES[project.quality]}`);
  const music = useAsset(useProject((project) => project.music?.assetId));
  return (
    <Accordion.Root type="multiple" defaultValue={['frame', 'text']}>
      <Section id="frame" title="Frame" summary={frame}>
        <FramePicker />
      </Section>
      <Section id="atmosphere" title="Atmosphere" summary={atmosphere}>
        <AtmospherePicker />
      </Section>
      {withTextAndSound && (
        <>
          <Section id="text" title="Text hook" summary={hook || 'None'}>
            <HookEditor />
          </Section>
          <Section id="sound" title="Sound" summary={music?.name ?? 'No music'}>
            <MusicRow />
          </Section>
        </>
      )}
      <Section id="format" title="Format and length" summary={format}>
        <FormatSection />
      </Section>
    </Accordion.Root>
  );
}
