import { bristol } from './bristol.ts';
import { csq8 } from './csq-8.ts';
import { eq5d5l } from './eq-5d-5l.ts';
import { gad7 } from './gad-7.ts';
import { hads } from './hads.ts';
import { ibsQol } from './ibs-qol.ts';
import { ibsSss } from './ibs-sss.ts';
import type { Instrument } from './instrument.ts';
import { phq9 } from './phq-9.ts';
import { prwe } from './prwe.ts';
import { quickDash } from './quick-dash.ts';
import { skuteIbsLife } from './skute-ibs-life.ts';
import { skuteIbsSymptoms } from './skute-ibs-symptoms.ts';
import { skuteIbsWeek } from './skute-ibs-week.ts';
import { skuteSatisfaction } from './skute-satisfaction.ts';
import { who5 } from './who-5.ts';

/** Those that come with the platform, by id. See docs/instruments.md. */
export const instruments: Readonly<Record<string, Instrument>> = Object.fromEntries(
  [
    ibsSss,
    ibsQol,
    phq9,
    gad7,
    who5,
    csq8,
    prwe,
    quickDash,
    hads,
    eq5d5l,
    bristol,
    skuteIbsSymptoms,
    skuteIbsWeek,
    skuteIbsLife,
    skuteSatisfaction,
  ].map((instrument) => [instrument.id, instrument]),
);
