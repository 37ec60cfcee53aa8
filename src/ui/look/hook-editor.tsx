import { useId } from 'react';
import { DEFAULT_LIMITS } from '#core/limits.ts';
import { countCharacters } from '#core/render/check-render.ts';
import type { RenderIssue } from '#core/render/render-issue.ts';
import { classNames } from '../parts/class-names.ts';
import { Notice } from '../parts/notice.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { useIssues } from '../state/exports.ts';
import { t, translate } from '../words/words.ts';

/** From here on the count is shown: before, nobody needs it. */
const COUNTED_FROM = 0.8 * DEFAULT_LIMITS.hookCharacters;

const HOOK_ISSUES: readonly RenderIssue['code'][] = ['hook-too-long', 'hook-glyph-missing', 'font-missing'];

/** The text at the top of the video. */
export function HookEditor() {
  const { history } = useEditor();
  const hook = useProject((project) => project.hook);
  const issues = useIssues()?.filter((issue) => HOOK_ISSUES.includes(issue.code));
  const id = useId();
  const length = countCharacters(hook);
  const tooLong = length > DEFAULT_LIMITS.hookCharacters;
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="sr-only">
        {t`Text hook`}
      </label>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        value={hook}
        data-undo="project"
        aria-invalid={tooLong}
        aria-describedby={`${id}-count`}
        placeholder={t`One line that makes people stay`}
        onChange={(event) => {
          const text = event.currentTarget.value;
          history.edit((project) => ({ ...project, hook: text }), 'hook');
        }}
        className="w-full resize-none rounded-control border border-line-strong bg-surface-2 px-3 py-2 text-large placeholder:text-text-muted lg:text-body"
      />
      <p
        id={`${id}-count`}
        className={classNames(
          'text-end text-small tabular-nums',
          tooLong ? 'text-danger' : 'text-text-muted',
          length < COUNTED_FROM && 'sr-only',
        )}
      >
        {length}/{DEFAULT_LIMITS.hookCharacters}
      </p>
      {issues?.map((issue) => (
        <Notice key={issue.code} severity={issue.severity}>
          {translate(issue.message)}
        </Notice>
      ))}
    </div>
  );
}
