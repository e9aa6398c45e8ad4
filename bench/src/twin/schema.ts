import pg from 'pg';
import { tenantId } from '../seed/clinic.ts';

/**
 * The same rows for the bare twins, in plain tables: no tenant, no row-level security, no trigger, no sealing, and no
 * index but what finds the row.
 */
const copies = `
  create schema twin;
  create table twin.treatment as select * from treatment.treatment;
  alter table twin.treatment add primary key (id);
  create index on twin.treatment (patient_id);
  create table twin.event as select * from treatment.event;
  alter table twin.event add primary key (treatment_id, number);
  create table twin.progress as select * from treatment.step_progress;
  alter table twin.progress add primary key (treatment_id, step_id);
  create table twin.answer as select * from treatment.eligibility;
  alter table twin.answer add primary key (treatment_id);
  create table twin.handling as select * from flags.handling;
  alter table twin.handling add primary key (treatment_id, number);
  create table twin.person as select * from identity.person;
  alter table twin.person add primary key (id);
  create table twin.unit as select * from access.unit;
  alter table twin.unit add primary key (id);
  create table twin.relation as select * from access.care_relation;
  create index on twin.relation (clinician_id, unit_id, patient_id);
  create table twin.seeded as select id, last_active_at, event_count from treatment.treatment;
  alter table twin.seeded add primary key (id);
  create table twin.response as select * from forms.response;
  alter table twin.response add primary key (id);
  create index on twin.response (treatment_id);
  create table twin.begun as select * from forms.draft;
  create table twin.draft as select * from forms.draft;
  alter table twin.draft add primary key (treatment_id, form_id);
  create table twin.form as select * from programmes.form;
  alter table twin.form add primary key (version_id, form_id);
  create table twin.written (
    person_id uuid,
    key text,
    status int not null,
    at timestamptz not null default now(),
    primary key (person_id, key)
  );
  create table twin.log (
    number bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    actor_id uuid not null,
    act text not null,
    patient_id uuid,
    patient_ids uuid[]
  );`;

export async function makeTwin(databaseUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await pool.query(`begin; select set_config('app.tenant_id', '${tenantId}', true); ${copies} commit`);
    await pool.query('vacuum (analyze)');
  } finally {
    await pool.end();
  }
}
