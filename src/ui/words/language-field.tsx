import { SelectField } from '../parts/select-field.tsx';
import { chooseLanguage, LANGUAGES, preferredLanguage } from './languages.ts';
import { t } from './words.ts';

const OPTIONS = Object.entries(LANGUAGES).map(([value, text]) => ({ value, text }));

/** The language of the pages. Another one loads the page anew: edits are saved, and exports go on where they are. */
export function LanguageField() {
  return (
    <SelectField
      label={t`Language`}
      value={preferredLanguage()}
      options={OPTIONS}
      onChange={(chosen) => {
        chooseLanguage(chosen);
        location.reload();
      }}
    />
  );
}
