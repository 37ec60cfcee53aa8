import { type FormEvent, useId, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { t } from '../words/words.ts';

interface AddressSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onAdd: (addresses: readonly string[]) => void;
}

/** Takes the addresses of files on the web, one on each line. */
export function AddressSheet({ open, onClose, onAdd }: AddressSheetProps) {
  return (
    <Sheet open={open} title={t`Add from the web`} floor="edge" onClose={onClose}>
      <AddressForm
        onAdd={(addresses) => {
          onClose();
          onAdd(addresses);
        }}
      />
    </Sheet>
  );
}

function AddressForm({ onAdd }: Pick<AddressSheetProps, 'onAdd'>) {
  const id = useId();
  const [text, setText] = useState('');
  const addresses = text.split(/\s+/).filter((part) => part !== '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (addresses.length > 0) onAdd(addresses);
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-4">
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="text-small text-text-muted">
          {t`Addresses of files, one on each line`}
        </label>
        <textarea
          id={id}
          rows={5}
          value={text}
          inputMode="url"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="https://example.com/clip.mp4"
          aria-describedby={`${id}-help`}
          onChange={(event) => setText(event.currentTarget.value)}
          className="rounded-control border border-line-strong bg-surface-2 p-3 break-all placeholder:text-text-muted max-lg:text-large"
        />
      </div>
      <p id={`${id}-help`} className="text-small text-text-muted">
        {t`Each file is loaded straight into this browser. Its server learns of it, and has to allow other pages to read its files. If the connection is cut, the download goes on by itself.`}
      </p>
      <Button type="submit" tone="primary" size="large" aria-disabled={addresses.length === 0}>
        {addresses.length > 1 ? t`Add ${addresses.length} files` : t`Add the file`}
      </Button>
    </form>
  );
}
