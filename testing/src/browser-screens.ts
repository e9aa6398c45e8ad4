/** The screens that are pictured in docs/screens: who stands before each, and how one comes there. */
import type { Page } from 'playwright-core';

export interface Screen {
  /** Name of the picture. */
  readonly name: string;
  /** One sentence under the picture. */
  readonly says: string;
  readonly app: 'patient' | 'clinic';
  /** Somebody of the cast; absent: nobody is signed in. */
  readonly as?: string;
  readonly address: string;
  readonly dark?: boolean;
  /** What is done before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const patient: readonly Screen[] = [
  {
    name: 'patient-sign-in',
    says: 'Signing in: whose device it is decides what may be kept on it.',
    app: 'patient',
    address: '/',
  },
  {
    name: 'patient-welcome',
    says: 'The first of four short welcome pages: who follows, and who reads.',
    app: 'patient',
    as: 'kari',
    address: '/',
  },
  {
    name: 'patient-welcome-urgent',
    says: 'The second welcome page: not for anything urgent, and the numbers to call.',
    app: 'patient',
    as: 'kari',
    address: '/#welcome-2',
  },
  {
    name: 'patient-today',
    says: 'Today: the one next thing first, then what has opened and why.',
    app: 'patient',
    as: 'ola',
    address: '/',
  },
  {
    name: 'patient-today-dark',
    says: 'Today in dark colours, for someone who comes back after some days.',
    app: 'patient',
    as: 'jorunn',
    address: '/',
    dark: true,
  },
  {
    name: 'patient-today-swedish',
    says: 'Today in Swedish, for a patient of another organisation.',
    app: 'patient',
    as: 'nils',
    address: '/',
  },
  {
    name: 'patient-programme',
    says: 'The programme as a chart: modules are islands, steps open one by one.',
    app: 'patient',
    as: 'ola',
    address: '/programme',
  },
  {
    name: 'patient-programme-dark',
    says: 'The programme in dark colours.',
    app: 'patient',
    as: 'nils',
    address: '/programme',
    dark: true,
  },
  {
    name: 'patient-step',
    says: 'A step: one idea, a picture, and the way on at the end of the page.',
    app: 'patient',
    as: 'ola',
    address: '/step/how-the-gut-works',
  },
  {
    name: 'patient-step-end',
    says: 'The end of a step: the next is one tap away, the previous too.',
    app: 'patient',
    as: 'ola',
    address: '/step/how-the-gut-works',
    act: (page) => page.getByText(/^Forrige/).scrollIntoViewIfNeeded(),
  },
  {
    name: 'patient-paused',
    says: 'A treatment on hold: what was opened can be read, and nothing is urgent.',
    app: 'patient',
    as: 'hanne',
    address: '/',
  },
  {
    name: 'patient-more',
    says: 'Mer: what the patient has kept, how the app looks, and who can read.',
    app: 'patient',
    as: 'ola',
    address: '/more',
  },
  {
    name: 'patient-help',
    says: 'Help now: open to everybody, with and without a network.',
    app: 'patient',
    address: '/help',
  },
];

const clinic: readonly Screen[] = [
  {
    name: 'clinic-worklist',
    says: 'The worklist: who needs something, because of what, and by when; worked from the keyboard.',
    app: 'clinic',
    as: 'ingrid',
    address: '/clinic/worklist',
  },
  {
    name: 'clinic-worklist-dark',
    says: 'The worklist in dark colours.',
    app: 'clinic',
    as: 'ingrid',
    address: '/clinic/worklist',
    dark: true,
  },
  {
    name: 'clinic-palette',
    says: 'The palette (Ctrl K): every act by name, with its key.',
    app: 'clinic',
    as: 'ingrid',
    address: '/clinic/worklist',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('listbox').waitFor();
    },
  },
  {
    name: 'clinic-patients',
    says: 'The patients: search by the beginning of a name or by identity number.',
    app: 'clinic',
    as: 'ingrid',
    address: '/clinic/patients',
  },
  {
    name: 'clinic-patient',
    says: 'One patient’s week on one screen.',
    app: 'clinic',
    as: 'ingrid',
    address: '/clinic/patients',
    act: openOla,
  },
  {
    name: 'clinic-programme',
    says: 'The programme as the patient sees it, with what is not open, and the rules with their because.',
    app: 'clinic',
    as: 'ingrid',
    address: '/clinic/patients',
    act: openProgramme,
  },
  {
    name: 'clinic-programme-dark',
    says: 'The same in dark colours.',
    app: 'clinic',
    as: 'ingrid',
    address: '/clinic/patients',
    dark: true,
    act: openProgramme,
  },
  {
    name: 'clinic-assign',
    says: 'Giving a programme: who, what and when, whether it fits, and what the patient will get on which day.',
    app: 'clinic',
    as: 'ingrid',
    address: '/clinic/invite',
  },
  {
    name: 'clinic-programmes',
    says: 'The programmes that the unit may give.',
    app: 'clinic',
    as: 'ingrid',
    address: '/clinic/programmes',
  },
  {
    name: 'clinic-worklist-swedish',
    says: 'The worklist of another organisation, in Swedish.',
    app: 'clinic',
    as: 'elsa',
    address: '/clinic/worklist?split=all',
  },
];

export const screens: readonly Screen[] = [...patient, ...clinic];

async function openOla(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ola Bris' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ola Bris' }).waitFor();
}

async function openProgramme(page: Page): Promise<void> {
  await openOla(page);
  await page.getByRole('link', { name: 'Program', exact: true }).click();
  await page.getByRole('heading', { name: 'Regler' }).waitFor();
}
