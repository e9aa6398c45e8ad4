/** How far each demo patient has come, in days before the seeding: enough for a worklist with every kind of row. */
export interface DemoCourse {
  readonly patient: string;
  readonly clinician: string;
  readonly invitedDaysAgo: number;
  /** Null: has not answered the invitation. */
  readonly acceptedDaysAgo: number | null;
  /** How many steps are finished, in order, and on which day before now the last one was. */
  readonly steps: number;
  readonly lastActiveDaysAgo: number;
  readonly pausedDaysAgo?: number;
  /**
   * How it goes, as a share of each scale from 0 (nothing at all) to 1: at the start, then week by week from day 7; null
   * for a week without an answer.
   */
  readonly weeks?: readonly (number | null)[];
  /** The same after three months. */
  readonly threeMonths?: number;
}

export const demoCourses: readonly DemoCourse[] = [
  {
    patient: 'kari',
    clinician: 'ingrid',
    invitedDaysAgo: 0,
    acceptedDaysAgo: null,
    steps: 0,
    lastActiveDaysAgo: 0,
  },
  {
    patient: 'ola',
    clinician: 'ingrid',
    invitedDaysAgo: 12,
    acceptedDaysAgo: 11,
    steps: 12,
    lastActiveDaysAgo: 1,
    weeks: [0.62, 0.5],
  },
  {
    patient: 'amina',
    clinician: 'ingrid',
    invitedDaysAgo: 45,
    acceptedDaysAgo: 44,
    steps: 26,
    lastActiveDaysAgo: 2,
    weeks: [0.64, 0.6, 0.6, 0.5, null, 0.4, 0.4],
  },
  {
    patient: 'jorunn',
    clinician: 'ingrid',
    invitedDaysAgo: 30,
    acceptedDaysAgo: 29,
    steps: 7,
    lastActiveDaysAgo: 13,
    weeks: [0.7, 0.7],
  },
  {
    patient: 'per',
    clinician: 'ingrid',
    invitedDaysAgo: 13,
    acceptedDaysAgo: null,
    steps: 0,
    lastActiveDaysAgo: 0,
  },
  {
    patient: 'liv',
    clinician: 'ingrid',
    invitedDaysAgo: 17,
    acceptedDaysAgo: null,
    steps: 0,
    lastActiveDaysAgo: 0,
  },
  {
    patient: 'tomas',
    clinician: 'ingrid',
    invitedDaysAgo: 178,
    acceptedDaysAgo: 177,
    steps: 26,
    lastActiveDaysAgo: 3,
    weeks: [0.66, 0.6, 0.5, null, 0.5, null, null, 0.4, 0.4],
    threeMonths: 0.38,
  },
  {
    patient: 'hanne',
    clinician: 'ingrid',
    invitedDaysAgo: 21,
    acceptedDaysAgo: 20,
    steps: 9,
    lastActiveDaysAgo: 6,
    weeks: [0.5, 0.5],
    pausedDaysAgo: 5,
  },
  {
    patient: 'nils',
    clinician: 'elsa',
    invitedDaysAgo: 9,
    acceptedDaysAgo: 8,
    steps: 9,
    lastActiveDaysAgo: 0,
    weeks: [0.55, 0.5],
  },
  {
    patient: 'maja',
    clinician: 'elsa',
    invitedDaysAgo: 1,
    acceptedDaysAgo: null,
    steps: 0,
    lastActiveDaysAgo: 0,
  },
];
