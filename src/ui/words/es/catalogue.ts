import type { Catalogue } from '../words.ts';
import { activityWords } from './activity.ts';
import { appWords } from './app.ts';
import { captionsWords } from './captions.ts';
import { commonWords } from './common.ts';
import { createWords } from './create.ts';
import { exportWords } from './export.ts';
import { incomingWords } from './incoming.ts';
import { installWords } from './install.ts';
import { libraryWords } from './library.ts';
import { lookWords } from './look.ts';
import { mediaWords } from './media.ts';
import { pagesWords } from './pages.ts';
import { partsWords } from './parts.ts';
import { projectsWords } from './projects.ts';
import { queueWords } from './queue.ts';
import { reports } from './reports.ts';
import { saveWords } from './save.ts';
import { shotWords } from './shot.ts';
import { soundWords } from './sound.ts';
import { stageWords } from './stage.ts';
import { stateWords } from './state.ts';
import { storageWords } from './storage.ts';
import { timelineWords } from './timeline.ts';
import { toolsWords } from './tools.ts';
import { tourWords } from './tour.ts';
import { updatesWords } from './updates.ts';
import { viewWords } from './view.ts';
import { workspacesWords } from './workspaces.ts';

export const SPANISH: Catalogue = {
  language: 'es',
  direction: 'ltr',
  messages: {
    ...activityWords,
    ...appWords,
    ...captionsWords,
    ...commonWords,
    ...createWords,
    ...exportWords,
    ...incomingWords,
    ...installWords,
    ...libraryWords,
    ...lookWords,
    ...mediaWords,
    ...pagesWords,
    ...partsWords,
    ...projectsWords,
    ...queueWords,
    ...saveWords,
    ...shotWords,
    ...soundWords,
    ...stageWords,
    ...stateWords,
    ...storageWords,
    ...timelineWords,
    ...toolsWords,
    ...tourWords,
    ...updatesWords,
    ...viewWords,
    ...workspacesWords,
  },
  reports,
};
