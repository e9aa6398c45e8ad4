/** The screens that are pictured in docs/screens: who stands before each, and how one comes there. */
import type { Page } from 'playwright-core';

export interface Screen {
  /** What the pictures' names begin with. */
  readonly name: string;
  /** One sentence over the pictures. */
  readonly says: string;
  readonly app: 'patient' | 'clinic';
  /** Somebody of the cast; absent: nobody is signed in. */
  readonly as?: string;
  readonly address: string;
  /** Cut at the edge of the screen, as one sees it first; otherwise drawn as long as the page is. */
  readonly firstSight?: true;
  /** What is done before the pictures are taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const patient: readonly Omit<Screen, 'app'>[] = [
  {
    name: 'patient-sign-in',
    says: 'Signing in: whose device it is decides what may be kept on it.',
    address: '/',
  },
  {
    name: 'patient-welcome',
    says: 'The first of four short welcome pages: who follows, and who reads.',
    as: 'kari',
    address: '/',
  },
  {
    name: 'patient-welcome-urgent',
    says: 'The second: not for anything urgent, and the numbers to call.',
    as: 'kari',
    address: '/#welcome-2',
  },
  {
    name: 'patient-welcome-looks',
    says: 'The third: language, text size and colours.',
    as: 'kari',
    address: '/#welcome-3',
  },
  {
    name: 'patient-welcome-device',
    says: 'The fourth: the phone, and no notices yet.',
    as: 'kari',
    address: '/#welcome-4',
  },
  {
    name: 'patient-today',
    says: 'Today: the one next thing first, then what has opened and why.',
    as: 'ola',
    address: '/',
  },
  {
    name: 'patient-form',
    says: 'Before a form: why it is asked, who reads, how long it takes.',
    as: 'jorunn',
    address: '/form/week',
  },
  {
    name: 'patient-form-part',
    says: 'A form being filled in: scales to tap, words at both ends.',
    as: 'jorunn',
    address: '/form/week/1',
  },
  {
    name: 'patient-form-check',
    says: 'What was answered, to be looked over before it is sent.',
    as: 'amina',
    address: '/form/fodmap-wish/1',
    act: lookOver,
  },
  {
    name: 'patient-progress',
    says: 'One’s own course: the sentence first, then the line, then the table.',
    as: 'amina',
    address: '/progress',
    act: chartIsDrawn,
  },
  {
    name: 'patient-today-back',
    says: 'Today, in Nynorsk, for someone who comes back after some days: the smallest next thing, and no list of what was missed.',
    as: 'jorunn',
    address: '/',
  },
  {
    name: 'patient-today-swedish',
    says: 'Today in Swedish, for a patient of another organisation.',
    as: 'nils',
    address: '/',
  },
  {
    name: 'patient-paused',
    says: 'A treatment on hold: what was opened can be read, and nothing is urgent.',
    as: 'hanne',
    address: '/',
  },
  {
    name: 'patient-lapsed',
    says: 'An invitation that has run out: whom to call.',
    as: 'liv',
    address: '/',
    act: skipWelcome,
  },
  {
    name: 'patient-programme',
    says: 'The programme as a chart: modules are islands, steps open one by one.',
    as: 'ola',
    address: '/programme',
  },
  {
    name: 'patient-step',
    says: 'A step: one idea, a picture, and the way on at the end of the page.',
    as: 'ola',
    address: '/step/how-the-gut-works',
    firstSight: true,
  },
  {
    name: 'patient-film',
    says: 'A step with a breathing exercise and a film.',
    as: 'amina',
    address: '/step/breathing',
    act: filmRests,
  },
  {
    name: 'patient-finished',
    says: 'After the last step of a module.',
    as: 'ola',
    address: '/step/what-helps/finished',
  },
  {
    name: 'patient-not-open',
    says: 'A step that is not open yet.',
    as: 'ola',
    address: '/step/recipes',
  },
  {
    name: 'patient-more',
    says: 'More: what the patient has kept, how the app looks, and who can read.',
    as: 'ola',
    address: '/more',
  },
  {
    name: 'patient-help',
    says: 'Help now: open to everybody, with and without a network.',
    address: '/help',
  },
  {
    name: 'patient-no-network',
    says: 'Without a network: what was read before can be read again.',
    as: 'amina',
    address: '/programme',
    act: loseNetwork,
  },
];

const clinic: readonly Omit<Screen, 'app'>[] = [
  { name: 'clinic-sign-in', says: 'Signing in.', address: '/clinic/' },
  {
    name: 'clinic-worklist',
    says: 'The worklist: who needs something, because of what, and by when; worked from the keyboard.',
    as: 'ingrid',
    address: '/clinic/worklist',
  },
  {
    name: 'clinic-worklist-empty',
    says: 'The worklist when all is done.',
    as: 'morten',
    address: '/clinic/worklist',
  },
  {
    name: 'clinic-patients-swedish',
    says: 'The patients of another organisation, in Swedish.',
    as: 'elsa',
    address: '/clinic/patients',
  },
  {
    name: 'clinic-later',
    says: 'Putting work off: until when, and why.',
    as: 'ingrid',
    address: '/clinic/worklist',
    act: (page) => byKey(page, 's'),
  },
  {
    name: 'clinic-palette',
    says: 'The palette (Ctrl K): every act by name, with its key.',
    as: 'ingrid',
    address: '/clinic/worklist',
    act: (page) => byKey(page, 'Control+k'),
  },
  {
    name: 'clinic-shortcuts',
    says: 'The shortcuts (?).',
    as: 'ingrid',
    address: '/clinic/worklist',
    act: (page) => byKey(page, '?'),
  },
  {
    name: 'clinic-patients',
    says: 'The patients: search by the beginning of a name or by identity number.',
    as: 'ingrid',
    address: '/clinic/patients',
  },
  {
    name: 'clinic-patient',
    says: 'One patient’s week on one screen.',
    as: 'ingrid',
    address: '/clinic/patients',
    act: (page) => openPatient(page, 'Ola Bris'),
  },
  {
    name: 'clinic-programme',
    says: 'The programme as the patient sees it, with what is not open, and the rules with their because.',
    as: 'ingrid',
    address: '/clinic/patients',
    act: openProgramme,
  },
  {
    name: 'clinic-step',
    says: 'A step read beside the programme.',
    as: 'ingrid',
    address: '/clinic/patients',
    act: openStep,
  },
  {
    name: 'clinic-reason',
    says: 'A reason is asked for before something is closed, and missed when it is not there.',
    as: 'ingrid',
    address: '/clinic/patients',
    act: askReason,
  },
  {
    name: 'clinic-assign',
    says: 'Giving a programme: who, what and when, whether it fits, and what the patient will get on which day.',
    as: 'ingrid',
    address: '/clinic/invite',
  },
  {
    name: 'clinic-assign-faults',
    says: 'Giving a programme, with what is missing.',
    as: 'ingrid',
    address: '/clinic/invite',
    act: async (page) => {
      await page.getByRole('button', { name: 'Inviter' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'clinic-programmes',
    says: 'The programmes that the unit may give.',
    as: 'ingrid',
    address: '/clinic/programmes',
  },
  {
    name: 'clinic-one-programme',
    says: 'One programme: what is in it, and when it opens.',
    as: 'ingrid',
    address: '/clinic/programmes',
    act: async (page) => {
      await page.getByRole('link', { name: 'En roligere mage' }).click();
      await page.getByRole('heading', { name: 'Når det åpner' }).waitFor();
    },
  },
  // Last, since the worklist is a shorter one afterwards.
  {
    name: 'clinic-handled',
    says: 'What has been done about a patient’s work: when, by whom, what came of it, and in their words.',
    as: 'ingrid',
    address: '/clinic/worklist',
    act: callAndOpen,
  },
  {
    name: 'clinic-week',
    says: 'One week of one patient, judged without scrolling: steps and forms, the score, the answers, and what is asked of the clinic.',
    as: 'ingrid',
    address: '/clinic/patients',
    act: (page) => openTab(page, 'Uke'),
  },
  {
    name: 'clinic-forms',
    says: 'Forms and progress: each score as a sentence and a chart, with both limits; the answers; when what is asked.',
    as: 'ingrid',
    address: '/clinic/patients',
    act: (page) => openTab(page, 'Skjema og utvikling'),
  },
  {
    name: 'clinic-letter',
    says: 'A letter to the patient’s doctor, filled from the facts, with what is hers to write.',
    as: 'ingrid',
    address: '/clinic/patients',
    act: openLetter,
  },
];

export const screens: readonly Screen[] = [
  ...patient.map((screen) => ({ ...screen, app: 'patient' as const })),
  ...clinic.map((screen) => ({ ...screen, app: 'clinic' as const })),
];

async function skipWelcome(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hopp over' }).click();
  await page.getByRole('button', { name: 'Kom i gang' }).click();
  await page.getByRole('heading', { level: 1, name: 'Invitasjonen har gått ut' }).waitFor();
}

/** A film turns a ring until its first picture has come. */
async function filmRests(page: Page): Promise<void> {
  await page.locator('video').waitFor();
  await page.waitForTimeout(2_000);
}

async function loseNetwork(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.getByText('Uten nett. Du kan fortsette.').waitFor();
}

async function byKey(page: Page, key: string): Promise<void> {
  const first = page.locator('main').getByRole('listitem').getByRole('link').first();
  await first.waitFor();
  if (key.length === 1) await first.focus();
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
}

async function lookOver(page: Page): Promise<void> {
  await page.getByRole('radio').last().check();
  await page.getByRole('button', { name: 'Neste', exact: true }).click();
  await page.getByRole('heading', { name: 'Se over svarene' }).waitFor();
}

async function chartIsDrawn(page: Page): Promise<void> {
  await page.getByRole('figure').first().waitFor();
}

async function openPatient(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('heading', { name: 'Behandlingen' }).waitFor();
}

/** Calls somebody, notes what was said, and looks at the patient. */
async function callAndOpen(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ring: Tomas Båtvik' }).click();
  await page.getByRole('textbox').fill('Vi er enige om å avslutte om to uker. Han har det bra.');
  const sent = page.waitForResponse(/\/handle$/);
  await page.getByRole('button', { name: 'Vi snakket sammen' }).click();
  await sent;
  await page.goto('/clinic/patients');
  await openPatient(page, 'Tomas Båtvik');
}

async function openProgramme(page: Page): Promise<void> {
  await openPatient(page, 'Ola Bris');
  await page.getByRole('main').getByRole('link', { name: 'Program', exact: true }).click();
  await page.getByRole('heading', { name: 'Regler' }).waitFor();
}

async function openStep(page: Page): Promise<void> {
  await openProgramme(page);
  await page.getByRole('button', { name: 'Pust med magen', exact: true }).click();
  await page.getByRole('heading', { name: 'Pust med magen' }).waitFor();
  await filmRests(page);
}

async function askReason(page: Page): Promise<void> {
  await openProgramme(page);
  await page.getByRole('button', { name: 'Lukk: Mat og hverdag' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Lukk' }).click();
  await dialog.getByText('Skriv grunnen med minst tre tegn.').waitFor();
}

async function openTab(page: Page, tab: string): Promise<void> {
  await openPatient(page, 'Tomas Båtvik');
  await page.getByRole('main').getByRole('link', { name: tab, exact: true }).click();
  await page.getByRole('figure').first().waitFor();
}

async function openLetter(page: Page): Promise<void> {
  await openPatient(page, 'Tomas Båtvik');
  await page.getByRole('main').getByRole('link', { name: 'Notat og brev', exact: true }).click();
  await page.getByRole('link', { name: /^Skriv(?: videre)?: Brev til fastlege etter 3 måneder$/ }).click();
  await page.getByRole('article').waitFor();
}
