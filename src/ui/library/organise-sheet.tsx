import { type Filing, tagsInUse } from '#core/library/filing.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { t } from '../words/words.ts';
import { FolderField, TagsField } from './filing-fields.tsx';

interface OrganiseSheetProps {
  readonly open: boolean;
  /** Of everything that is chosen. */
  readonly filings: readonly Filing[];
  readonly onClose: () => void;
}

/** Puts several assets away at once. */
export function OrganiseSheet({ open, filings, onClose }: OrganiseSheetProps) {
  return (
    <Sheet open={open && filings.length > 0} title={t`Organise`} floor="edge" onClose={onClose}>
      <Organise filings={filings} />
    </Sheet>
  );
}

function Organise({ filings }: { filings: readonly Filing[] }) {
  const { failure, attempt } = useAttempt();
  const ids = filings.map(({ assetId }) => assetId);
  const folders = new Set(filings.map(({ folderId }) => folderId));
  const [first] = folders;
  return (
    <div className="flex flex-col gap-5">
      <p className="text-text-muted">{ids.length === 1 ? t`1 file is chosen.` : t`${ids.length} files are chosen.`}</p>
      {failure && <Notice severity="error">{failure}</Notice>}
      <TagsField ids={ids} tags={tagsInUse(filings)} attempt={attempt} />
      <FolderField ids={ids} folderId={folders.size === 1 ? first : undefined} attempt={attempt} />
    </div>
  );
}
