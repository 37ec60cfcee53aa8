import type { Messages } from '../words.ts';
import { batchReports } from './reports/batch.ts';
import { captionReports } from './reports/captions.ts';
import { exportReports } from './reports/export.ts';
import { mediaReports } from './reports/media.ts';
import { projectReports } from './reports/projects.ts';
import { storageReports } from './reports/storage.ts';
import { toolReports } from './reports/tools.ts';

/** What the layers below the pages say: errors, refusals, steps and names. */
export const reports: Messages = {
  ...mediaReports,
  ...captionReports,
  ...batchReports,
  ...exportReports,
  ...toolReports,
  ...projectReports,
  ...storageReports,
};
