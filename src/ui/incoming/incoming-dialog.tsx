import { AlertDialog } from 'radix-ui';
import type { Offer } from '#app/studio/incoming.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { useEditor } from '../state/editor.tsx';
import { formatBytes } from '../view/format.ts';
import { t, translate } from '../words/words.ts';

/** What came in from outside, and whether to take it: nothing else before that is decided. */
export function IncomingDialog({ offer }: { offer: Offer }) {
  const { incoming } = useEditor().studio;
  const { failure, attempt } = useAttempt();
  return (
    <>
      <AlertDialog.Root open onOpenChange={(open) => !open && attempt(() => incoming.settle(offer.id))}>
        <OfferDialog offer={offer} attempt={attempt} />
      </AlertDialog.Root>
      {failure !== null && (
        <div role="alert" className="fixed inset-x-3 bottom-3 z-60 mx-auto max-w-120">
          <Notice severity="error">{failure}</Notice>
        </div>
      )}
    </>
  );
}

interface OfferDialogProps {
  readonly offer: Offer;
  readonly attempt: (action: () => Promise<unknown>) => void;
}

function OfferDialog({ offer, attempt }: OfferDialogProps) {
  const { imports, studio } = useEditor();
  const files = offer.files.filter(({ readable }) => readable).map(({ file }) => file);
  const isUsable = files.length > 0 || offer.addresses.length > 0;
  const take = () =>
    attempt(() => {
      const taking = [imports.add(files, 'any'), imports.addAddresses(offer.addresses, 'any')];
      return studio.incoming.settle(offer.id, Promise.all(taking));
    });
  return (
    <AlertDialog.Portal>
      <AlertDialog.Overlay className="fixed inset-0 z-40 animate-fade bg-ink/70" />
      <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 flex max-h-[min(640px,calc(100dvh-32px))] w-[min(480px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 flex-col gap-4 rounded-card border border-line bg-surface-1 p-6">
        <div className="flex flex-col gap-1">
          <AlertDialog.Title className="text-large font-semibold">{TITLES[offer.way]}</AlertDialog.Title>
          <AlertDialog.Description className="text-text-muted">
            {t`Take it only if you expected it. Nothing of it has been used yet.`}
          </AlertDialog.Description>
        </div>
        <OfferedThings offer={offer} />
        <div className="flex justify-end gap-2 max-lg:flex-col-reverse">
          <AlertDialog.Cancel asChild>
            <Button>{isUsable ? t`Do not take it` : t`Close`}</Button>
          </AlertDialog.Cancel>
          {isUsable && (
            <Button tone="primary" onClick={take}>
              {t`Add to this video`}
            </Button>
          )}
        </div>
      </AlertDialog.Content>
    </AlertDialog.Portal>
  );
}

const TITLES: Record<Offer['way'], string> = {
  shared: t`Shared with the studio`,
  opened: t`Open with the studio`,
  linked: t`A link to the studio`,
};

function OfferedThings({ offer: { files, addresses, refusals } }: { offer: Offer }) {
  return (
    <div className="flex min-h-0 flex-col gap-4 overflow-y-auto">
      {refusals.map((refusal) => (
        <Notice key={refusal} severity="warning">
          {translate(refusal)}
        </Notice>
      ))}
      {files.length > 0 && (
        <Field title={files.length === 1 ? t`1 file` : t`${files.length} files`}>
          <ul className="flex flex-col divide-y divide-line rounded-card border border-line">
            {files.map(({ file, kind, readable }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and none comes or goes.
              <li key={index} className="px-4 py-2 text-small">
                <span className="block wrap-anywhere">{file.name}</span>
                <span className={readable ? 'text-text-muted' : 'text-danger'}>
                  {translate(kind)}, {formatBytes(file.size)}
                </span>
              </li>
            ))}
          </ul>
        </Field>
      )}
      {addresses.length > 0 && (
        <Field title={t`Loaded from the web`}>
          <ul className="flex flex-col gap-1 text-small">
            {addresses.map((address) => (
              <li key={address} className="wrap-anywhere">
                {address}
              </li>
            ))}
          </ul>
        </Field>
      )}
    </div>
  );
}
