/** What an act of the benchmark is, and how its requests are written. */
import type { PlannedRequest } from '../drive/requests.ts';
import type { World } from '../seed/index.ts';
import type { Patient } from '../seed/patients.ts';

export interface Act {
  readonly name: string;
  readonly title: string;
  /** The route’s name, as the metrics know it. */
  readonly route: string;
  /** Writes that must be fresh are not sent twice. */
  readonly repeat: boolean;
  /** Each patient can do it once: what was done is undone before each window. */
  readonly once?: boolean;
  /** How many sessions each patient has; one if nothing is said. */
  readonly sessions?: number;
  readonly requests: (people: People) => PlannedRequest[];
  readonly twins: (people: People) => PlannedRequest[];
  /** For writes: the twin that does not look at what it writes to. */
  readonly blind?: (people: People) => PlannedRequest[];
}

export interface People {
  readonly world: World;
  readonly patients: readonly { readonly patient: Patient; readonly cookie: string }[];
  readonly clinicians: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly cookie: string;
    readonly silent: boolean;
  }[];
}

export function get(path: string, cookie?: string): PlannedRequest {
  return { method: 'GET', path, ...(cookie ? { cookie } : {}) };
}

export function post(path: string, cookie?: string): PlannedRequest {
  return { method: 'POST', path, ...(cookie ? { cookie } : {}) };
}

/** Each clinician looks at a patient of hers, then the next clinician does; five patients each, so far apart. */
export function caseloads(
  { world, clinicians }: People,
  apart: number,
  isMeant: (patient: Patient) => boolean = () => true,
) {
  const byClinician = Map.groupBy(world.patients.filter(isMeant), ({ clinician }) => clinician.id);
  return Array.from({ length: 5 }, (_, turn) => turn * apart).flatMap((place) =>
    clinicians.flatMap((clinician) => {
      const patient = byClinician.get(clinician.id)?.[place];
      return patient ? [{ clinician, patient }] : [];
    }),
  );
}
