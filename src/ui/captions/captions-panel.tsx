import { Tabs } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { useView } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { CaptionLook } from './caption-look.tsx';
import { Transcript } from './transcript.tsx';

/** What the video says in writing, and how that looks. */
export function CaptionsPanel() {
  const [tab, setTab] = useState('words');
  // Asked for on the timeline, a caption's words are shown.
  const asked = useView((state) => state.cueToShow !== null);
  if (asked && tab !== 'words') setTab('words');
  return (
    <Tabs.Root value={tab} onValueChange={setTab} className="flex flex-col gap-4">
      <Tabs.List aria-label={t`Captions`} className="flex gap-1 rounded-control border border-line bg-surface-2 p-1">
        <Tab value="words">{t`Words`}</Tab>
        <Tab value="look">{t`Look`}</Tab>
      </Tabs.List>
      <Tabs.Content value="words" tabIndex={-1}>
        <Transcript />
      </Tabs.Content>
      <Tabs.Content value="look" tabIndex={-1}>
        <CaptionLook />
      </Tabs.Content>
    </Tabs.Root>
  );
}

function Tab({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Tabs.Trigger
      value={value}
      className="h-9 flex-1 rounded-[6px] text-small text-text-muted transition-colors duration-150 ease-out hover:text-text data-[state=active]:bg-surface-3 data-[state=active]:font-medium data-[state=active]:text-text max-lg:h-11"
    >
      {children}
    </Tabs.Trigger>
  );
}
