import type { ImportStep } from '#core/media/import-step.ts';

/** Called as long as looking at a file goes on. `fraction` is of the step, 0 to 1. */
export type InspectionReport = (step: Extract<ImportStep, 'reading' | 'converting'>, fraction: number) => void;
