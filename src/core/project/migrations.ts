import { StudioError } from '../errors.ts';
import { fromVersion1 } from './from-version-1.ts';
import { fromVersion2 } from './from-version-2.ts';
import { fromVersion3 } from './from-version-3.ts';
import { fromVersion4 } from './from-version-4.ts';
import { fromVersion5 } from './from-version-5.ts';
import { fromVersion6 } from './from-version-6.ts';
import { fromVersion7 } from './from-version-7.ts';
import { PROJECT_SCHEMA_VERSION } from './project.ts';
import type { VersionedDocument } from './versioned-document.ts';

type Step = (document: VersionedDocument) => VersionedDocument;

/** `STEPS[n]` takes version n + 1 to version n + 2. Each is pure, and tested on a stored example. */
const STEPS: readonly Step[] = [
  fromVersion1,
  fromVersion2,
  fromVersion3,
  fromVersion4,
  fromVersion5,
  fromVersion6,
  fromVersion7,
];

/**
 * Brings a stored project to the present schema version, one step at a time.
 * The answer still has to pass the schema: this only moves fields.
 * @throws StudioError `state-conflict` for a version newer than this app.
 */
export function migrateProject(document: VersionedDocument): VersionedDocument {
  const { schemaVersion } = document;
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1) {
    throw new StudioError('input-invalid', `This project says schema version ${schemaVersion}, which never existed.`, {
      rule: 'schemaVersion',
      value: schemaVersion,
    });
  }
  if (schemaVersion > PROJECT_SCHEMA_VERSION) {
    throw new StudioError(
      'state-conflict',
      `This project was saved by a newer version of the studio (schema ${schemaVersion}, this one reads up to ${PROJECT_SCHEMA_VERSION}). Reload the page to update.`,
      { rule: 'schemaVersion', value: schemaVersion },
    );
  }
  return STEPS.slice(schemaVersion - 1).reduce((current, step) => step(current), document);
}
