import { Camera, ChevronDown, Files, FolderOpen, Link, Mic } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useRef } from 'react';
import { Button } from '../parts/button.tsx';
import { MENU, MENU_ITEM } from '../parts/menu-look.ts';
import { t } from '../words/words.ts';

interface AddMenuProps {
  readonly onFiles: () => void;
  readonly onFolder: (files: readonly File[]) => void;
  readonly onAddress: () => void;
  readonly onRecord: (device: 'microphone' | 'camera') => void;
}

/** All ways in. */
export function AddMenu({ onFiles, onFolder, onAddress, onRecord }: AddMenuProps) {
  const folder = useRef<HTMLInputElement>(null);
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <Button>
            {t`Add`}
            <ChevronDown aria-hidden className="size-4 text-text-muted" />
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content align="end" sideOffset={4} collisionPadding={8} className={MENU}>
            <DropdownMenu.Item onSelect={onFiles} className={MENU_ITEM}>
              <Files aria-hidden className="size-4 text-text-muted" />
              {t`Files or a zip`}
            </DropdownMenu.Item>
            <DropdownMenu.Item onSelect={() => folder.current?.click()} className={MENU_ITEM}>
              <FolderOpen aria-hidden className="size-4 text-text-muted" />
              {t`A folder`}
            </DropdownMenu.Item>
            <DropdownMenu.Item onSelect={onAddress} className={MENU_ITEM}>
              <Link aria-hidden className="size-4 text-text-muted" />
              {t`From the web`}
            </DropdownMenu.Item>
            <DropdownMenu.Separator className="mx-1 my-1 h-px bg-line" />
            <DropdownMenu.Item onSelect={() => onRecord('microphone')} className={MENU_ITEM}>
              <Mic aria-hidden className="size-4 text-text-muted" />
              {t`Record a voice-over`}
            </DropdownMenu.Item>
            <DropdownMenu.Item onSelect={() => onRecord('camera')} className={MENU_ITEM}>
              <Camera aria-hidden className="size-4 text-text-muted" />
              {t`Record with the camera`}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <input
        // Known to every browser, but not to the types of React.
        {...{ webkitdirectory: '' }}
        ref={folder}
        type="file"
        hidden
        aria-label={t`Folder for the library`}
        onChange={(event) => {
          // What a system keeps for itself in folders (.DS_Store) is nobody's media.
          onFolder([...(event.currentTarget.files ?? [])].filter(({ name }) => !name.startsWith('.')));
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
