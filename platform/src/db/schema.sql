-- Made by npm run schema; do not edit.

-- table access.answered_write
  tenant_id uuid not null
  person_id uuid not null
  key text not null
  route text not null
  body_hash bytea not null
  about_id uuid not null
  status integer not null
  reply bytea not null
  at timestamp with time zone not null default now()
  constraint answered_write_pkey PRIMARY KEY (tenant_id, person_id, key)
  INDEX answered_write_about ON access.answered_write USING btree (tenant_id, about_id)
  INDEX answered_write_to_clear ON access.answered_write USING btree (tenant_id, at)
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table access.care_relation
  tenant_id uuid not null
  id uuid not null
  patient_id uuid not null
  clinician_id uuid not null
  unit_id uuid not null
  reason text not null
  from_at timestamp with time zone not null
  to_at timestamp with time zone
  constraint care_relation_pkey PRIMARY KEY (tenant_id, id)
  constraint care_relation_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES access.unit(tenant_id, id)
  INDEX care_relation_by_clinician ON access.care_relation USING btree (tenant_id, clinician_id, unit_id, patient_id)
  UNIQUE INDEX care_relation_open_once ON access.care_relation USING btree (tenant_id, clinician_id, unit_id, patient_id) WHERE (to_at IS NULL)
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table access.key_check
  only_row boolean not null default true
  wrapped bytea not null
  constraint key_check_only_row_check CHECK (only_row)
  constraint key_check_pkey PRIMARY KEY (only_row)
  policy everyone using true
  skute_app may select

-- table access.organisation
  tenant_id uuid not null
  slug text not null
  name text not null
  country text not null
  organisation_number text not null
  constraint organisation_country_check CHECK ((country = ANY (ARRAY['NO'::text, 'SE'::text])))
  constraint organisation_organisation_number_key UNIQUE (organisation_number)
  constraint organisation_pkey PRIMARY KEY (tenant_id)
  constraint organisation_slug_key UNIQUE (slug)
  policy everyone using true
  skute_app may select

-- table access.preference
  tenant_id uuid not null
  person_id uuid not null
  language text not null
  text_size text not null
  theme text not null
  welcomed boolean not null
  constraint preference_pkey PRIMARY KEY (tenant_id, person_id)
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table access.session
  tenant_id uuid not null
  secret_hash bytea not null
  person_id uuid not null
  kind text not null
  unit_id uuid
  issuer text not null
  subject text not null
  provider_session text
  provider text not null
  shared_device boolean not null
  created_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint session_kind_check CHECK ((kind = ANY (ARRAY['patient'::text, 'clinician'::text])))
  constraint session_pkey PRIMARY KEY (tenant_id, secret_hash)
  constraint session_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES access.organisation(tenant_id)
  INDEX session_by_provider_session ON access.session USING btree (tenant_id, issuer, provider_session)
  INDEX session_by_subject ON access.session USING btree (tenant_id, issuer, subject)
  INDEX session_to_clear ON access.session USING btree (tenant_id, ends_at)
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- view access.treated (security_invoker=true)
  tenant_id uuid
  clinician_id uuid
  unit_id uuid
  patient_id uuid
  from_at timestamp with time zone
  reason text
  skute_app may select

-- table access.unit
  tenant_id uuid not null
  id uuid not null
  name text not null
  organisation_number text not null
  time_zone text not null
  opening_hours jsonb not null
  holidays jsonb not null default '[]'::jsonb
  clock_ahead_seconds bigint not null default 0
  constraint unit_clock_ahead_seconds_check CHECK ((clock_ahead_seconds >= 0))
  constraint unit_pkey PRIMARY KEY (tenant_id, id)
  constraint unit_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES access.organisation(tenant_id)
  constraint unit_tenant_id_organisation_number_key UNIQUE (tenant_id, organisation_number)
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table access.unit_role
  tenant_id uuid not null
  person_id uuid not null
  unit_id uuid not null
  role text not null
  from_at timestamp with time zone not null
  to_at timestamp with time zone
  constraint unit_role_pkey PRIMARY KEY (tenant_id, person_id, unit_id, role)
  constraint unit_role_role_check CHECK ((role = ANY (ARRAY['clinician'::text, 'unit-administrator'::text])))
  constraint unit_role_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES access.unit(tenant_id, id)
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- view flags.handled (security_invoker=true)
  tenant_id uuid
  treatment_id uuid
  kind text
  occurrence text
  outcome text
  until date
  skute_app may delete, insert, select, update

-- table flags.handling
  tenant_id uuid not null
  treatment_id uuid not null
  number integer not null
  kind text not null
  occurrence text not null
  outcome text not null
  until date
  note bytea
  by_person uuid not null
  at timestamp with time zone not null
  constraint handling_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'later'::text, 'reopened'::text])))
  constraint handling_pkey PRIMARY KEY (tenant_id, treatment_id, number)
  constraint handling_tenant_id_treatment_id_fkey FOREIGN KEY (tenant_id, treatment_id) REFERENCES treatment.treatment(tenant_id, id) ON DELETE CASCADE
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table forms.draft
  tenant_id uuid not null
  treatment_id uuid not null
  form_id text not null
  patient_id uuid not null
  number integer not null
  device text not null
  saved_at timestamp with time zone not null
  answers bytea not null
  constraint draft_pkey PRIMARY KEY (tenant_id, treatment_id, form_id)
  constraint draft_tenant_id_treatment_id_fkey FOREIGN KEY (tenant_id, treatment_id) REFERENCES treatment.treatment(tenant_id, id) ON DELETE CASCADE
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table forms.licence
  tenant_id uuid not null
  instrument text not null
  holder text not null
  terms text not null
  languages text[] not null
  from_on date not null
  to_on date
  recorded_at timestamp with time zone not null default now()
  constraint licence_pkey PRIMARY KEY (tenant_id, instrument, from_on)
  constraint licence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES access.organisation(tenant_id)
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table forms.reading
  tenant_id uuid not null
  response_id uuid not null
  by_person uuid not null
  at timestamp with time zone not null
  constraint reading_pkey PRIMARY KEY (tenant_id, response_id)
  constraint reading_tenant_id_response_id_fkey FOREIGN KEY (tenant_id, response_id) REFERENCES forms.response(tenant_id, id) ON DELETE CASCADE
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select

-- table forms.response
  tenant_id uuid not null
  id uuid not null
  patient_id uuid not null
  treatment_id uuid not null
  version_id uuid not null
  form_id text not null
  language text not null
  began_at timestamp with time zone
  answered_at timestamp with time zone not null
  answers bytea not null
  scores bytea not null
  constraint response_pkey PRIMARY KEY (tenant_id, id)
  constraint response_tenant_id_treatment_id_fkey FOREIGN KEY (tenant_id, treatment_id) REFERENCES treatment.treatment(tenant_id, id) ON DELETE CASCADE
  INDEX response_of_form ON forms.response USING btree (tenant_id, form_id, answered_at DESC)
  INDEX response_of_patient ON forms.response USING btree (tenant_id, patient_id, form_id, answered_at DESC)
  INDEX response_of_treatment ON forms.response USING btree (tenant_id, treatment_id, form_id, answered_at DESC)
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select

-- table identity.number_token
  tenant_id uuid not null
  kind text not null
  token bytea not null
  person_id uuid not null
  constraint number_token_pkey PRIMARY KEY (tenant_id, kind, token)
  constraint number_token_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES identity.person(tenant_id, id) ON DELETE CASCADE
  INDEX number_token_of_person ON identity.number_token USING btree (tenant_id, person_id)
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table identity.person
  tenant_id uuid not null
  id uuid not null
  kind text not null
  identity bytea not null
  created_at timestamp with time zone not null
  constraint person_kind_check CHECK ((kind = ANY (ARRAY['patient'::text, 'staff'::text])))
  constraint person_pkey PRIMARY KEY (tenant_id, id)
  constraint person_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES access.organisation(tenant_id)
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- view identity.sealed_identity (security_invoker=true)
  tenant_id uuid
  person_id uuid
  identity bytea
  skute_app may delete, insert, select, update

-- table identity.search_token
  tenant_id uuid not null
  token bytea not null
  person_id uuid not null
  constraint search_token_pkey PRIMARY KEY (tenant_id, token, person_id)
  constraint search_token_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES identity.person(tenant_id, id) ON DELETE CASCADE
  INDEX search_token_of_person ON identity.search_token USING btree (tenant_id, person_id)
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table log.entry
  tenant_id uuid not null
  number bigint not null generated always as identity
  at timestamp with time zone not null default clock_timestamp()
  xid bigint not null default ((pg_current_xact_id())::text)::bigint
  actor_id uuid not null
  actor_kind text not null
  unit_id uuid
  act text not null
  outcome text not null
  patient_id uuid
  patient_ids uuid[]
  basis_id uuid
  request_id uuid not null
  constraint entry_outcome_check CHECK ((outcome = ANY (ARRAY['allowed'::text, 'refused'::text])))
  constraint entry_pkey PRIMARY KEY (tenant_id, number)
  INDEX entry_of_patient ON log.entry USING btree (tenant_id, patient_id, number DESC) WHERE (patient_id IS NOT NULL)
  INDEX entry_to_chain ON log.entry USING btree (tenant_id, xid, number)
  policy own_tenant using (tenant_id = access.current_tenant())
  trigger entry_is_insert_only BEFORE DELETE OR UPDATE ON log.entry FOR EACH ROW EXECUTE FUNCTION log.refuse_change()
  trigger entry_is_never_truncated BEFORE TRUNCATE ON log.entry FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change()
  skute_app may insert, select

-- table log.link
  tenant_id uuid not null
  number bigint not null
  from_xid bigint not null
  to_xid bigint not null
  entries integer not null
  previous_hash bytea not null
  hash bytea not null
  at timestamp with time zone not null
  constraint link_pkey PRIMARY KEY (tenant_id, number)
  policy own_tenant using (tenant_id = access.current_tenant())
  trigger link_is_insert_only BEFORE DELETE OR UPDATE ON log.link FOR EACH ROW EXECUTE FUNCTION log.refuse_change()
  trigger link_is_never_truncated BEFORE TRUNCATE ON log.link FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change()
  skute_app may insert, select

-- table papers.delivery
  tenant_id uuid not null
  id uuid not null
  paper_id uuid not null
  recipient_kind text not null
  recipient bytea not null
  state text not null
  reason text
  attempts integer not null default 0
  created_at timestamp with time zone not null
  queued_at timestamp with time zone not null
  next_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  receipt text
  constraint delivery_check CHECK (((state = 'failed'::text) = (reason IS NOT NULL)))
  constraint delivery_pkey PRIMARY KEY (tenant_id, id)
  constraint delivery_recipient_kind_check CHECK ((recipient_kind = ANY (ARRAY['record'::text, 'gp'::text])))
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'delivered'::text, 'acknowledged'::text, 'failed'::text])))
  constraint delivery_tenant_id_paper_id_fkey FOREIGN KEY (tenant_id, paper_id) REFERENCES papers.paper(tenant_id, id) ON DELETE CASCADE
  constraint delivery_tenant_id_paper_id_recipient_kind_key UNIQUE (tenant_id, paper_id, recipient_kind)
  INDEX delivery_waiting ON papers.delivery USING btree (tenant_id, next_at) WHERE (state = 'queued'::text)
  INDEX delivery_without_receipt ON papers.delivery USING btree (tenant_id, changed_at) WHERE ((state = 'delivered'::text) OR (reason = 'no-receipt'::text))
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table papers.paper
  tenant_id uuid not null
  id uuid not null
  treatment_id uuid not null
  patient_id uuid not null
  kind text not null
  language text not null
  state text not null
  number integer not null
  saved_at timestamp with time zone not null
  saved_by uuid not null
  sent_at timestamp with time zone
  sent_by uuid
  content bytea not null
  pdf bytea
  constraint paper_check CHECK (((state = 'sent'::text) = ((sent_at IS NOT NULL) AND (sent_by IS NOT NULL) AND (pdf IS NOT NULL))))
  constraint paper_kind_check CHECK ((kind = ANY (ARRAY['start-note'::text, 'gp-letter-3-months'::text, 'gp-letter-end'::text, 'end-note'::text])))
  constraint paper_pkey PRIMARY KEY (tenant_id, id)
  constraint paper_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text])))
  constraint paper_tenant_id_treatment_id_fkey FOREIGN KEY (tenant_id, treatment_id) REFERENCES treatment.treatment(tenant_id, id) ON DELETE CASCADE
  INDEX paper_of_treatment ON papers.paper USING btree (tenant_id, treatment_id, saved_at DESC)
  UNIQUE INDEX paper_one_draft ON papers.paper USING btree (tenant_id, treatment_id, kind) WHERE (state = 'draft'::text)
  policy own_tenant using (tenant_id = access.current_tenant())
  policy sent_stays using (state = 'draft'::text)
  skute_app may delete, insert, select, update

-- table programmes.form
  tenant_id uuid not null
  version_id uuid not null
  form_id text not null
  content text not null
  constraint form_pkey PRIMARY KEY (tenant_id, version_id, form_id)
  constraint form_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES programmes.version(tenant_id, id) ON DELETE CASCADE
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table programmes.media
  tenant_id uuid not null
  version_id uuid not null
  file text not null
  content_type text not null
  bytes bytea not null
  sha256 text not null
  constraint media_pkey PRIMARY KEY (tenant_id, version_id, file)
  constraint media_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES programmes.version(tenant_id, id) ON DELETE CASCADE
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table programmes.page
  tenant_id uuid not null
  version_id uuid not null
  step_id text not null
  language text not null
  title text not null
  summary text not null
  blocks text
  constraint page_pkey PRIMARY KEY (tenant_id, version_id, step_id, language)
  constraint page_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES programmes.version(tenant_id, id) ON DELETE CASCADE
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table programmes.version
  tenant_id uuid not null
  id uuid not null
  programme_id text not null
  version text not null
  content_hash text not null
  programme text not null
  activated_at timestamp with time zone
  withdrawn_at timestamp with time zone
  constraint version_pkey PRIMARY KEY (tenant_id, id)
  constraint version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES access.organisation(tenant_id)
  constraint version_tenant_id_programme_id_version_key UNIQUE (tenant_id, programme_id, version)
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- view treatment.caseload (security_invoker=true)
  tenant_id uuid
  id uuid
  patient_id uuid
  unit_id uuid
  version_id uuid
  responsible_id uuid
  invited_at timestamp with time zone
  invitation_days integer
  starts_on date
  ended_at timestamp with time zone
  last_active_at timestamp with time zone
  events json
  finished_steps integer
  skute_app may delete, insert, select, update

-- table treatment.eligibility
  tenant_id uuid not null
  treatment_id uuid not null
  answers bytea not null
  constraint eligibility_pkey PRIMARY KEY (tenant_id, treatment_id)
  constraint eligibility_tenant_id_treatment_id_fkey FOREIGN KEY (tenant_id, treatment_id) REFERENCES treatment.treatment(tenant_id, id) ON DELETE CASCADE
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table treatment.event
  tenant_id uuid not null
  treatment_id uuid not null
  number integer not null
  kind text not null
  at timestamp with time zone not null
  by_kind text not null
  by_person uuid
  about text
  reason bytea
  constraint event_by_kind_check CHECK ((by_kind = ANY (ARRAY['patient'::text, 'clinician'::text, 'rule'::text])))
  constraint event_pkey PRIMARY KEY (tenant_id, treatment_id, number)
  constraint event_tenant_id_treatment_id_fkey FOREIGN KEY (tenant_id, treatment_id) REFERENCES treatment.treatment(tenant_id, id) ON DELETE CASCADE
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table treatment.step_progress
  tenant_id uuid not null
  treatment_id uuid not null
  step_id text not null
  visited_at timestamp with time zone not null
  finished_at timestamp with time zone
  bookmarked boolean not null default false
  constraint step_progress_pkey PRIMARY KEY (tenant_id, treatment_id, step_id)
  constraint step_progress_tenant_id_treatment_id_fkey FOREIGN KEY (tenant_id, treatment_id) REFERENCES treatment.treatment(tenant_id, id) ON DELETE CASCADE
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- table treatment.treatment
  tenant_id uuid not null
  id uuid not null
  patient_id uuid not null
  unit_id uuid not null
  version_id uuid not null
  responsible_id uuid not null
  invited_at timestamp with time zone not null
  invitation_days integer not null
  starts_on date not null
  accepted_at timestamp with time zone
  paused_at timestamp with time zone
  maintenance_at timestamp with time zone
  ended_at timestamp with time zone
  purged_at timestamp with time zone
  last_active_at timestamp with time zone
  event_count integer not null
  constraint treatment_pkey PRIMARY KEY (tenant_id, id)
  constraint treatment_tenant_id_patient_id_fkey FOREIGN KEY (tenant_id, patient_id) REFERENCES identity.person(tenant_id, id)
  constraint treatment_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES access.unit(tenant_id, id)
  constraint treatment_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES programmes.version(tenant_id, id)
  INDEX treatment_of_patient ON treatment.treatment USING btree (tenant_id, patient_id, invited_at DESC)
  INDEX treatment_of_responsible ON treatment.treatment USING btree (tenant_id, responsible_id, unit_id) WHERE (ended_at IS NULL)
  INDEX treatment_of_unit ON treatment.treatment USING btree (tenant_id, unit_id, invited_at DESC)
  INDEX treatment_of_version ON treatment.treatment USING btree (tenant_id, version_id)
  UNIQUE INDEX treatment_one_living ON treatment.treatment USING btree (tenant_id, patient_id) WHERE (ended_at IS NULL)
  policy own_tenant using (tenant_id = access.current_tenant())
  skute_app may delete, insert, select, update

-- function
CREATE OR REPLACE FUNCTION access.current_tenant()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid

-- function
CREATE OR REPLACE FUNCTION log.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the access log is insert-only' using errcode = 'insufficient_privilege';
end $function$

-- function
CREATE OR REPLACE FUNCTION log.write_allowed(policy text, session_hash bytea, actor uuid, actor_kind text, unit uuid, act text, patient uuid, patients uuid[], request uuid, real_now timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  tenant uuid := access.current_tenant();
  basis uuid;
  written bigint;
begin
  if not exists (
    select from access.session s
    where s.tenant_id = tenant and s.secret_hash = session_hash
      and s.person_id = actor and s.ended_at is null and s.ends_at > clock_timestamp()
  ) then
    raise exception 'session ended' using errcode = 'SK401';
  end if;

  if policy = 'own-treatment' then
    if patient is distinct from actor or patients is not null then
      raise exception 'not the patient' using errcode = 'SK404';
    end if;
  else
    if not exists (
      select from access.unit_role r
      where r.tenant_id = tenant and r.person_id = actor and r.unit_id = unit and r.role = 'clinician'
        and r.from_at <= real_now and (r.to_at is null or r.to_at > real_now)
    ) then
      raise exception 'no role at the unit' using errcode = 'SK403';
    end if;
    if patient is not null then
      select c.id into basis
      from access.care_relation c
      where c.tenant_id = tenant and c.clinician_id = actor and c.unit_id = unit and c.patient_id = patient
        and c.from_at <= real_now and (c.to_at is null or c.to_at > real_now)
      limit 1;
      if basis is null and policy = 'treats-patient' then
        raise exception 'no care relation' using errcode = 'SK404';
      end if;
    end if;
    if patients is not null and exists (
      select unnest(patients)
      except
      select c.patient_id from access.care_relation c
      where c.tenant_id = tenant and c.clinician_id = actor and c.unit_id = unit
        and c.patient_id = any (patients)
        and c.from_at <= real_now and (c.to_at is null or c.to_at > real_now)
    ) then
      raise exception 'no care relation' using errcode = 'SK404';
    end if;
  end if;

  insert into log.entry (tenant_id, actor_id, actor_kind, unit_id, act, outcome, patient_id, patient_ids, basis_id, request_id)
  values (tenant, actor, actor_kind, unit, act, 'allowed', patient, patients, basis, request)
  returning number into written;
  return written;
end $function$
