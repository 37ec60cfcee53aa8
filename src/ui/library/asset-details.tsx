import { useStore } from 'zustand';
import type { ShelvedAsset } from '#core/library/find-assets.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import { goToPage } from '../pages/address.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { OneLineForm } from '../parts/one-line-form.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { SaveActions } from '../save/save-actions.tsx';
import { useEditor } from '../state/editor.tsx';
import { useStored } from '../state/stored.ts';
import { isChoosing } from '../tools/tool-work.ts';
import { t } from '../words/words.ts';
import { AssetLook } from './asset-look.tsx';
import { factsOf, wordsOfUse } from './fact-words.ts';
import { FolderField, TagsField } from './filing-fields.tsx';

/** All that is known of one asset, and what it is called. */
export function AssetDetails({ entry, onClose }: { entry: ShelvedAsset | undefined; onClose: () => void }) {
  return (
    <Sheet open={entry !== undefined} title={t`Details`} floor="edge" onClose={onClose}>
      {entry && <Details key={entry.asset.id} entry={entry} />}
    </Sheet>
  );
}

function Details({ entry: { asset, filing } }: { entry: ShelvedAsset }) {
  const { library } = useEditor().studio;
  const { failure, attempt } = useAttempt();
  const ids = [asset.id];
  return (
    <div className="flex flex-col gap-5">
      <AssetLook asset={asset} />
      {failure && <Notice severity="error">{failure}</Notice>}
      <OneLineForm
        label={t`Name`}
        submit={t`Rename`}
        initial={asset.name}
        onSubmit={(name) => attempt(() => library.rename(asset.id, name))}
      />
      <TagsField ids={ids} tags={filing.tags} attempt={attempt} />
      <FolderField ids={ids} folderId={filing.folderId} attempt={attempt} />
      <Field title={t`Facts`}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-small">
          {factsOf(asset).map(({ name, value }) => (
            <div key={name} className="contents">
              <dt className="text-text-muted">{name}</dt>
              <dd className="min-w-0 break-all tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </Field>
      <WhereUsed assetId={asset.id} />
      <SaveAsset asset={asset} />
      {asset.facts.kind !== 'image' && <ConvertButton assetId={asset.id} name={asset.name} />}
    </div>
  );
}

/** The file as it came: a recording, or what an address gave, may be nowhere else. */
function SaveAsset({ asset: { id, name } }: { asset: MediaAsset }) {
  const { assets } = useEditor().studio;
  const file = useStored(() => assets.file(id), [assets, id, name]);
  return <SaveActions file={file} label={t`Download`} tone="quiet" words={{ title: name }} />;
}

/** Leads to the tool that makes other kinds of files of it. */
function ConvertButton({ assetId, name }: { assetId: string; name: string }) {
  const { convertTool } = useEditor();
  const isBusy = useStore(convertTool.state, ({ work }) => !isChoosing(work));
  const convert = () => {
    // What is under way, or waits to be saved, is not taken away.
    if (!isBusy) void convertTool.choose({ name, given: assetId });
    goToPage('convert');
  };
  return <Button onClick={convert}>{isBusy ? t`Show the converter` : t`Convert`}</Button>;
}

function WhereUsed({ assetId }: { assetId: string }) {
  const { library } = useEditor().studio;
  const uses = useStored(() => library.whereUsed(), [library]);
  if (!uses) return null;
  const own = uses.get(assetId) ?? [];
  return (
    <Field title={t`Used in`}>
      {own.length === 0 ? (
        <p className="text-small">{t`Nothing yet`}</p>
      ) : (
        <ul className="flex flex-col gap-1 text-small">
          {own.map((use) => (
            <li key={`${use.kind} ${use.id}`}>{wordsOfUse(use)}</li>
          ))}
        </ul>
      )}
    </Field>
  );
}
