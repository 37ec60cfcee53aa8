import { useMemo } from 'react';
import type { BatchDraft } from '#core/batch/batch-row.ts';
import { fileFinder, type RefusedFile } from '#core/batch/find-file.ts';
import { type CheckedRow, checkDraft } from '#core/batch/plan-run.ts';
import type { AssetId } from '#core/media/asset.ts';
import type { Project } from '#core/project/project.ts';
import { useEditor } from '../../state/editor.tsx';
import { useStored } from '../../state/stored.ts';
import { t } from '../../words/words.ts';

/** Projects that videos may take their look from, the latest first. */
export function useBaseProjects(): readonly Project[] {
  const { studio } = useEditor();
  return useStored(() => studio.projects.list(), [studio]) ?? [];
}

/** The rows in which anything is written, with what is wrong in each as things stand. */
export function useCheckedRows(
  draft: BatchDraft,
  refused: readonly RefusedFile[],
  projects: readonly Project[],
): readonly CheckedRow[] {
  const known = useKnownAssets(draft);
  const base = projects.find(({ id }) => id === draft.base.projectId) ?? null;
  const { files } = draft;
  const find = useMemo(() => {
    const present = files.filter(({ assetId }) => known?.has(assetId) ?? true);
    const gone = files
      .filter((file) => !present.includes(file))
      .map(({ name }) => ({ name, reason: t`“${name}” is no longer in the library. Add it again.` }));
    return fileFinder(present, [...refused, ...gone]);
  }, [files, refused, known]);
  return useMemo(() => checkDraft(draft, find, base), [draft, find, base]);
}

/** Undefined while it is looked up. */
function useKnownAssets({ files }: BatchDraft): ReadonlySet<AssetId> | undefined {
  const { studio } = useEditor();
  const ids = files.map(({ assetId }) => assetId);
  const key = ids.join();
  return useStored(async () => new Set((await studio.assets.lookup(ids)).keys()), [studio, key]);
}
