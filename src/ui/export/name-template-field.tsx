import { NAME_FIELDS } from '#core/platform/output-name.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Fold } from '../parts/fold.tsx';
import { Notice } from '../parts/notice.tsx';
import { OneLineForm } from '../parts/one-line-form.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { usePosting } from '../state/exports.ts';
import { t } from '../words/words.ts';

/** What files of finished videos are called, in this workspace. */
export function NameTemplateField() {
  const { posting } = useEditor();
  const { nameTemplate } = usePosting();
  const { failure, attempt } = useAttempt();
  const change = (template: string) =>
    attempt(async () => {
      await posting.nameFiles(template);
      announce(t`File names changed`);
    });
  return (
    <Fold title={t`File names`}>
      <div className="flex flex-col gap-2">
        <OneLineForm
          key={nameTemplate}
          label={t`Name of a video`}
          submit={t`Set`}
          initial={nameTemplate}
          onSubmit={change}
        />
        <p className="text-text-muted">{t`Stands for what it says: ${NAME_FIELDS.map((name) => `{${name}}`).join(', ')}.`}</p>
        {failure !== null && (
          <div role="alert">
            <Notice severity="error">{failure}</Notice>
          </div>
        )}
      </div>
    </Fold>
  );
}
