/**
 * Fills the table of responses. The sealed bytes are copies of a few real ones, so they have real sizes and open for
 * nobody; who answered, what and when is made up, and they lie in the order of time, as they come in life.
 */
import type { Pool } from 'pg';
import { tenantId } from '../seed/clinic.ts';

export const responsesOfTreatment = 20;
/** So many years back. */
export const years = 3;
/** Real responses of each form whose bytes are copied. */
const samples = 20;

/** Persons and treatments enough, then one slice of time after the other with a response for each treatment. */
export async function fillResponses(owner: Pool, count: number, said: (line: string) => void): Promise<void> {
  const treatments = Math.ceil(count / responsesOfTreatment);
  await asTenant(owner, peopleFor(treatments));
  for (let slice = 0; slice < responsesOfTreatment; slice += 1) {
    await asTenant(owner, sliceOf(slice));
    if (slice % 5 === 4) said(`  ${(slice + 1) * treatments} responses`);
  }
  await owner.query('vacuum (analyze) forms.response, treatment.treatment, identity.person');
  await owner.query('checkpoint');
}

/** Copies of one person and one treatment, but for whose they are. */
function peopleFor(treatments: number): string {
  return `
    create temporary table made as
    select gen_random_uuid() as treatment_id, gen_random_uuid() as patient_id from generate_series(1, ${treatments});
    insert into identity.person
    select (jsonb_populate_record(p, jsonb_build_object('id', made.patient_id))).*
    from made, (select x as p from identity.person x where kind = 'patient' limit 1) one;
    insert into treatment.treatment
    select (jsonb_populate_record(t, jsonb_build_object('id', made.treatment_id, 'patient_id', made.patient_id))).*
    from made, (select x as t from treatment.treatment x where accepted_at is not null limit 1) one;
    create temporary table sample as
    select form_id, version_id, answers, scores, row_number() over (partition by form_id order by id) - 1 as place
    from forms.response where form_id in ('week', 'symptoms', 'life');
    delete from sample where place >= ${samples};
    analyze made; analyze sample;`;
}

/** Of a hundred responses seventy are the week, fifteen the symptoms and fifteen the life with the gut. */
function sliceOf(slice: number): string {
  const days = (years * 365) / responsesOfTreatment;
  return `
    insert into forms.response (tenant_id, id, patient_id, treatment_id, version_id, form_id, language, began_at,
      answered_at, answers, scores)
    select '${tenantId}', gen_random_uuid(), m.patient_id, m.treatment_id, s.version_id, s.form_id, 'nb',
      m.at - interval '4 minutes', m.at, s.answers, s.scores
    from (
      select patient_id, treatment_id, floor(random() * ${samples}) as place,
        (array['symptoms', 'life', 'week'])[least(3, 1 + floor(random() / 0.15))::int] as form_id,
        now() - interval '${years * 365} days' + (${slice} + random()) * interval '${days} days' as at
      from made
    ) m
    join sample s on s.form_id = m.form_id and s.place = m.place
    order by m.at;`;
}

async function asTenant(owner: Pool, sql: string): Promise<void> {
  await owner.query(`begin; select set_config('app.tenant_id', '${tenantId}', true); ${sql} commit`);
}
