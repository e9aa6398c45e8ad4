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
  },
  {
    patient: 'amina',
    clinician: 'ingrid',
    invitedDaysAgo: 45,
    acceptedDaysAgo: 44,
    steps: 26,
    lastActiveDaysAgo: 2,
  },
  {
    patient: 'jorunn',
    clinician: 'ingrid',
    invitedDaysAgo: 30,
    acceptedDaysAgo: 29,
    steps: 7,
    lastActiveDaysAgo: 13,
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
  },
  {
    patient: 'hanne',
    clinician: 'ingrid',
    invitedDaysAgo: 21,
    acceptedDaysAgo: 20,
    steps: 9,
    lastActiveDaysAgo: 6,
    pausedDaysAgo: 5,
  },
  {
    patient: 'nils',
    clinician: 'elsa',
    invitedDaysAgo: 9,
    acceptedDaysAgo: 8,
    steps: 9,
    lastActiveDaysAgo: 0,
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
