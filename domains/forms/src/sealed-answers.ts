import { type Place, sealText, unsealText } from '@skute/platform/keys';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { QuestionnaireResponse } from './engine/questionnaire.ts';
import type { Score } from './instruments/instrument.ts';

/** Whose answers, and of which row: bound into the seal. */
export interface Whose {
  readonly tenantId: string;
  readonly patientId: string;
  readonly row: string;
}

type Field = 'response.answers' | 'response.scores' | 'draft.answers';

export function sealJson(key: KeyObject, field: Field, whose: Whose, value: unknown): Buffer {
  return sealText(key, placeOf(field, whose), JSON.stringify(value));
}

/** What was sealed was checked when it was written; here only its outline is, since another version may have written it. */
export function openAnswers(
  key: KeyObject,
  field: 'response.answers' | 'draft.answers',
  whose: Whose,
  sealed: Buffer,
): QuestionnaireResponse {
  const value = Outline.parse(JSON.parse(unsealText(key, placeOf(field, whose), sealed)));
  return value as unknown as QuestionnaireResponse;
}

export function openScores(key: KeyObject, whose: Whose, sealed: Buffer): Score[] {
  return Scores.parse(JSON.parse(unsealText(key, placeOf('response.scores', whose), sealed)));
}

const Outline = z.looseObject({ resourceType: z.literal('QuestionnaireResponse') });

const Scores: z.ZodType<Score[]> = z.array(
  z.strictObject({
    instrument: z.string(),
    version: z.string(),
    score: z.string(),
    value: z.number().nullable(),
    band: z.string().nullable(),
    missing: z.array(z.string()),
  }),
);

function placeOf(field: Field, { tenantId, patientId, row }: Whose): Place {
  const [table = '', name = ''] = field.split('.');
  return { tenant: tenantId, person: patientId, table: `forms.${table}`, row, field: name };
}
