-- Forms: questionnaires of a programme version, responses, drafts and licences of instruments.

-- programmes ---------------------------------------------------------------------

-- A FHIR Questionnaire as it came in the package.
create table programmes.form (
  tenant_id uuid not null,
  version_id uuid not null,
  form_id text not null,
  content text not null,
  primary key (tenant_id, version_id, form_id),
  foreign key (tenant_id, version_id) references programmes.version (tenant_id, id) on delete cascade
);

-- forms --------------------------------------------------------------------------

create schema forms;

-- The organisation's right to use a measure whose wording somebody owns.
create table forms.licence (
  tenant_id uuid not null references access.organisation (tenant_id),
  instrument text not null,
  holder text not null,
  terms text not null,
  languages text[] not null,
  from_on date not null,
  to_on date,
  recorded_at timestamptz not null default now(),
  primary key (tenant_id, instrument, from_on)
);

-- What a patient answered, once; never changed.
create table forms.response (
  tenant_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  treatment_id uuid not null,
  -- The wording it was given under.
  version_id uuid not null,
  form_id text not null,
  language text not null,
  began_at timestamptz,
  answered_at timestamptz not null,
  -- A FHIR QuestionnaireResponse, sealed with the patient's key.
  answers bytea not null,
  -- The scores that came of it, with the version of each rule; sealed likewise.
  scores bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, treatment_id) references treatment.treatment (tenant_id, id) on delete cascade
);
create index response_of_treatment on forms.response (tenant_id, treatment_id, form_id, answered_at desc);
create index response_of_patient on forms.response (tenant_id, patient_id, form_id, answered_at desc);
create index response_of_form on forms.response (tenant_id, form_id, answered_at desc);

-- That somebody at the clinic has read a response, the first time.
create table forms.reading (
  tenant_id uuid not null,
  response_id uuid not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (tenant_id, response_id),
  foreign key (tenant_id, response_id) references forms.response (tenant_id, id) on delete cascade
);

-- What a patient has begun to answer. One for each form; every saving is a number higher.
create table forms.draft (
  tenant_id uuid not null,
  treatment_id uuid not null,
  form_id text not null,
  patient_id uuid not null,
  number int not null,
  -- The device that saved it, by an id that the device makes up.
  device text not null,
  saved_at timestamptz not null,
  answers bytea not null,
  primary key (tenant_id, treatment_id, form_id),
  foreign key (tenant_id, treatment_id) references treatment.treatment (tenant_id, id) on delete cascade
);

-- row-level security and rights ----------------------------------------------------

do $$
declare
  t record;
begin
  for t in
    select * from (values ('programmes', 'form'), ('forms', 'licence'), ('forms', 'response'), ('forms', 'reading'), ('forms', 'draft')) as v (s, r)
  loop
    execute format('alter table %I.%I enable row level security', t.s, t.r);
    execute format('alter table %I.%I force row level security', t.s, t.r);
    execute format(
      'create policy own_tenant on %I.%I using (tenant_id = access.current_tenant()) with check (tenant_id = access.current_tenant())',
      t.s, t.r);
  end loop;
end $$;

grant usage on schema forms to skute_app;
grant select, insert, update, delete on programmes.form to skute_app;
grant select, insert, delete on forms.response, forms.reading to skute_app;
grant select, insert, update, delete on forms.draft, forms.licence to skute_app;
