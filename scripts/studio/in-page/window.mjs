/** What functions find that run inside the page: they use nothing from outside themselves but `window`. */

/**
 * @typedef {import('../../../src/app/studio-api.ts').StudioApi} StudioApi
 * @typedef {import('../../../src/core/job/job.ts').RenderJob} RenderJob
 * @typedef {import('../../../src/core/errors.ts').ErrorRecord} ErrorRecord
 * @typedef {import('../../../src/core/workspace/workspace.ts').Workspace} Workspace
 * @typedef {{ progress: number, currentStep: string | null, etaSeconds: number | null }} ShownProgress progress from 0 to 100
 * @typedef {{ studio: StudioApi, reportJob: (job: ShownProgress) => void }} StudioWindow
 */

export {};
