import type { ClinicHours } from '@skute/access';
import type { Language } from '@skute/access/contract';
import type { LoadedProgramme } from '@skute/programmes';
import type { StepPage, Texts } from '@skute/programmes/rules';
import type { Course } from '../course.ts';

/** What every view is made of: the course as it stands, the programme's words, and who reads. */
export interface ViewSource {
  readonly course: Course;
  readonly loaded: Pick<LoadedProgramme, 'texts' | 'heading' | 'page' | 'forms'>;
  readonly language: Language;
  readonly clinic: Clinic;
  /** When the clinic is staffed: promises are counted in these hours. */
  readonly hours: ClinicHours;
}

export interface Clinic {
  readonly unit: string;
  readonly clinician: string;
  readonly country: 'NO' | 'SE';
}

export function textsFor({ loaded, language }: ViewSource): Texts {
  return loaded.texts([language]);
}

/** Title and summary as lists show them. */
export function titleOf(
  { loaded, language }: ViewSource,
  stepId: string,
): Pick<StepPage, 'title' | 'summary'> {
  return loaded.heading(stepId, [language]) ?? { title: stepId, summary: '' };
}

/** The page in the nearest language that has its text. */
export function pageFor({ loaded, language }: ViewSource, stepId: string): StepPage | undefined {
  return loaded.page(stepId, [language]);
}
