-- Organisations, people, programmes, treatments and the access log.
-- Every table of a tenant leads its keys with tenant_id and has row-level security forced.

create schema access;
create schema identity;
create schema programmes;
create schema treatment;
create schema flags;
create schema log;

-- The tenant of the running transaction, or null when none is set: then no row of any tenant is seen.
-- After a transaction that set it, the setting is '' and not null on a pooled connection.
create function access.current_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;

-- access ---------------------------------------------------------------------

-- May be read without a tenant: which organisations exist. Nothing personal.
create table access.organisation (
  tenant_id uuid primary key,
  slug text not null unique,
  name text not null,
  country text not null check (country in ('NO', 'SE')),
  organisation_number text not null unique
);

create table access.unit (
  tenant_id uuid not null references access.organisation (tenant_id),
  id uuid not null,
  name text not null,
  organisation_number text not null,
  time_zone text not null,
  -- [{weekday 1–7, opens '08:00', closes '15:30'}]
  opening_hours jsonb not null,
  -- Days off in the unit's calendar: ['2026-12-25', …]
  holidays jsonb not null default '[]',
  -- Practice mode only: how far ahead of real time the unit's present is. Never falls.
  clock_ahead_seconds bigint not null default 0 check (clock_ahead_seconds >= 0),
  primary key (tenant_id, id),
  unique (tenant_id, organisation_number)
);

create table access.unit_role (
  tenant_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in ('clinician', 'unit-administrator')),
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (tenant_id, person_id, unit_id, role),
  foreign key (tenant_id, unit_id) references access.unit (tenant_id, id)
);

create table access.care_relation (
  tenant_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  clinician_id uuid not null,
  unit_id uuid not null,
  -- Why the relation exists: 'invited', 'handed-over', …
  reason text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references access.unit (tenant_id, id)
);
-- One open relation of a clinician to a patient at a unit.
create unique index care_relation_open_once on access.care_relation (tenant_id, clinician_id, unit_id, patient_id)
  where to_at is null;
create index care_relation_by_clinician on access.care_relation (tenant_id, clinician_id, unit_id, patient_id);

create table access.session (
  tenant_id uuid not null references access.organisation (tenant_id),
  -- SHA-256 of the secret in the cookie: the table alone lets nobody in.
  secret_hash bytea not null,
  person_id uuid not null,
  kind text not null check (kind in ('patient', 'clinician')),
  unit_id uuid,
  issuer text not null,
  subject text not null,
  provider_session text,
  provider text not null,
  shared_device boolean not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, secret_hash)
);
create index session_by_provider_session on access.session (tenant_id, issuer, provider_session);
create index session_by_subject on access.session (tenant_id, issuer, subject);
create index session_to_clear on access.session (tenant_id, ends_at);

create table access.preference (
  tenant_id uuid not null,
  person_id uuid not null,
  language text not null,
  text_size text not null,
  theme text not null,
  welcomed boolean not null,
  primary key (tenant_id, person_id)
);

-- The first answer to each keyed write, so that a repeat gets the same. The reply is sealed with the key of the person it is about.
create table access.answered_write (
  tenant_id uuid not null,
  person_id uuid not null,
  key text not null,
  route text not null,
  body_hash bytea not null,
  about_id uuid not null,
  status int not null,
  reply bytea not null,
  at timestamptz not null default now(),
  primary key (tenant_id, person_id, key)
);
create index answered_write_to_clear on access.answered_write (tenant_id, at);
create index answered_write_about on access.answered_write (tenant_id, about_id);

-- One row, of the installation: something wrapped with its wrapping key, so that a server with another key store is told
-- at its start and not at the first name it can't read.
create table access.key_check (
  only_row boolean primary key default true check (only_row),
  wrapped bytea not null
);

-- identity -------------------------------------------------------------------

create table identity.person (
  tenant_id uuid not null references access.organisation (tenant_id),
  id uuid not null,
  kind text not null check (kind in ('patient', 'staff')),
  -- Names, birth date, identity number, sealed with the person's own key.
  identity bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

-- Keyed tokens for finding a person by number and by the beginnings of names. They go with the person.
create table identity.search_token (
  tenant_id uuid not null,
  token bytea not null,
  person_id uuid not null,
  primary key (tenant_id, token, person_id),
  foreign key (tenant_id, person_id) references identity.person (tenant_id, id) on delete cascade
);
create index search_token_of_person on identity.search_token (tenant_id, person_id);

-- Exactly one person of a kind has a number.
create table identity.number_token (
  tenant_id uuid not null,
  kind text not null,
  token bytea not null,
  person_id uuid not null,
  primary key (tenant_id, kind, token),
  foreign key (tenant_id, person_id) references identity.person (tenant_id, id) on delete cascade
);
create index number_token_of_person on identity.number_token (tenant_id, person_id);

-- programmes -----------------------------------------------------------------

create table programmes.version (
  tenant_id uuid not null references access.organisation (tenant_id),
  id uuid not null,
  programme_id text not null,
  version text not null,
  content_hash text not null,
  programme text not null,
  activated_at timestamptz,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, programme_id, version)
);

create table programmes.page (
  tenant_id uuid not null,
  version_id uuid not null,
  step_id text not null,
  language text not null,
  title text not null,
  summary text not null,
  blocks text,
  primary key (tenant_id, version_id, step_id, language),
  foreign key (tenant_id, version_id) references programmes.version (tenant_id, id) on delete cascade
);

create table programmes.media (
  tenant_id uuid not null,
  version_id uuid not null,
  file text not null,
  content_type text not null,
  bytes bytea not null,
  sha256 text not null,
  primary key (tenant_id, version_id, file),
  foreign key (tenant_id, version_id) references programmes.version (tenant_id, id) on delete cascade
);

-- treatment ------------------------------------------------------------------

create table treatment.treatment (
  tenant_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  unit_id uuid not null,
  version_id uuid not null,
  responsible_id uuid not null,
  invited_at timestamptz not null,
  invitation_days int not null,
  starts_on date not null,
  -- The latest of the events of each kind, written with the event, so that lists can filter. The status is computed.
  accepted_at timestamptz,
  paused_at timestamptz,
  maintenance_at timestamptz,
  ended_at timestamptz,
  purged_at timestamptz,
  last_active_at timestamptz,
  event_count int not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, patient_id) references identity.person (tenant_id, id),
  foreign key (tenant_id, unit_id) references access.unit (tenant_id, id),
  foreign key (tenant_id, version_id) references programmes.version (tenant_id, id)
);
create index treatment_of_patient on treatment.treatment (tenant_id, patient_id, invited_at desc);
create index treatment_of_responsible on treatment.treatment (tenant_id, responsible_id, unit_id) where ended_at is null;
create index treatment_of_unit on treatment.treatment (tenant_id, unit_id, invited_at desc);
create index treatment_of_version on treatment.treatment (tenant_id, version_id);
-- A patient has one treatment that is not ended, in whatever programme.
create unique index treatment_one_living on treatment.treatment (tenant_id, patient_id) where ended_at is null;

create table treatment.event (
  tenant_id uuid not null,
  treatment_id uuid not null,
  number int not null,
  kind text not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('patient', 'clinician', 'rule')),
  by_person uuid,
  -- Id of the module, step, rule or flag it is about.
  about text,
  -- Why, in the writer's words; sealed with the patient's key.
  reason bytea,
  primary key (tenant_id, treatment_id, number),
  foreign key (tenant_id, treatment_id) references treatment.treatment (tenant_id, id) on delete cascade
);

create table treatment.step_progress (
  tenant_id uuid not null,
  treatment_id uuid not null,
  step_id text not null,
  visited_at timestamptz not null,
  finished_at timestamptz,
  bookmarked boolean not null default false,
  primary key (tenant_id, treatment_id, step_id),
  foreign key (tenant_id, treatment_id) references treatment.treatment (tenant_id, id) on delete cascade
);

create table treatment.eligibility (
  tenant_id uuid not null,
  treatment_id uuid not null,
  -- What was answered to every line, with the reasons; sealed whole with the patient's key.
  answers bytea not null,
  primary key (tenant_id, treatment_id),
  foreign key (tenant_id, treatment_id) references treatment.treatment (tenant_id, id) on delete cascade
);

-- flags ----------------------------------------------------------------------

-- What the clinic did about a piece of work. Work itself is derived, never stored.
create table flags.handling (
  tenant_id uuid not null,
  treatment_id uuid not null,
  number int not null,
  kind text not null,
  occurrence text not null,
  outcome text not null check (outcome in ('done', 'later', 'reopened')),
  until date,
  note bytea,
  by_person uuid not null,
  at timestamptz not null,
  primary key (tenant_id, treatment_id, number),
  foreign key (tenant_id, treatment_id) references treatment.treatment (tenant_id, id) on delete cascade
);

-- log ------------------------------------------------------------------------

-- Who looked at or changed whose data. Insert-only, and no name, number or health word in it.
create table log.entry (
  tenant_id uuid not null,
  number bigint not null generated always as identity,
  at timestamptz not null default clock_timestamp(),
  -- The transaction that wrote it; batches of the chain are cut by it.
  xid bigint not null default (pg_current_xact_id()::text)::bigint,
  actor_id uuid not null,
  actor_kind text not null,
  unit_id uuid,
  act text not null,
  outcome text not null check (outcome in ('allowed', 'refused')),
  -- One patient, or the patients of a list.
  patient_id uuid,
  patient_ids uuid[],
  -- The care relation that gave access.
  basis_id uuid,
  request_id uuid not null,
  primary key (tenant_id, number)
);
create index entry_of_patient on log.entry (tenant_id, patient_id, number desc) where patient_id is not null;
create index entry_to_chain on log.entry (tenant_id, xid, number);

-- One link of the tenant's hash chain covers all entries of transactions from_xid <= xid < to_xid.
create table log.link (
  tenant_id uuid not null,
  number bigint not null,
  from_xid bigint not null,
  to_xid bigint not null,
  entries int not null,
  previous_hash bytea not null,
  hash bytea not null,
  at timestamptz not null,
  primary key (tenant_id, number)
);

create function log.refuse_change() returns trigger
  language plpgsql as $$
begin
  raise exception 'the access log is insert-only' using errcode = 'insufficient_privilege';
end $$;

create trigger entry_is_insert_only before update or delete on log.entry
  for each row execute function log.refuse_change();
create trigger entry_is_never_truncated before truncate on log.entry
  execute function log.refuse_change();
create trigger link_is_insert_only before update or delete on log.link
  for each row execute function log.refuse_change();
create trigger link_is_never_truncated before truncate on log.link
  execute function log.refuse_change();

-- The gate and the log row in one call, run last in every transaction that touches a patient's data.
-- It raises, and so undoes the whole transaction, when the session has ended, the role is gone, or the actor has
-- no right to any one of the patients.
--   SK401 session ended   SK403 no role at the unit   SK404 not this actor's patient
create function log.write_allowed(
  policy text, session_hash bytea, actor uuid, actor_kind text, unit uuid, act text,
  patient uuid, patients uuid[], request uuid, real_now timestamptz
) returns bigint
  language plpgsql as $$
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
end $$;

-- views that a domain publishes for the domains above it ---------------------------

-- Who treats whom now. Real time: access is about now, also where a practice unit's clock is ahead.
create view access.treated with (security_invoker = true) as
  select tenant_id, clinician_id, unit_id, patient_id, from_at, reason
  from access.care_relation
  where from_at <= now() and (to_at is null or to_at > now());

create view identity.sealed_identity with (security_invoker = true) as
  select tenant_id, id as person_id, identity
  from identity.person;

-- A treatment with what a list needs to compute its status and what it asks of the clinic: the events as
-- [number, kind, epoch ms, by, about], without reasons. Columns that a query does not name are not computed.
create view treatment.caseload with (security_invoker = true) as
  select t.tenant_id, t.id, t.patient_id, t.unit_id, t.version_id, t.responsible_id, t.invited_at, t.invitation_days,
    t.starts_on, t.ended_at, t.last_active_at,
    (
      select json_agg(json_build_array(e.number, e.kind, (extract(epoch from e.at) * 1000)::bigint, e.by_kind, e.about) order by e.number)
      from treatment.event e
      where e.tenant_id = t.tenant_id and e.treatment_id = t.id
    ) as events,
    (
      select count(*)::int
      from treatment.step_progress p
      where p.tenant_id = t.tenant_id and p.treatment_id = t.id and p.finished_at is not null
    ) as finished_steps
  from treatment.treatment t;

-- The latest handling of each piece of work.
create view flags.handled with (security_invoker = true) as
  select distinct on (tenant_id, treatment_id, kind, occurrence)
    tenant_id, treatment_id, kind, occurrence, outcome, until
  from flags.handling
  order by tenant_id, treatment_id, kind, occurrence, number desc;

-- row-level security -----------------------------------------------------------

do $$
declare
  t record;
begin
  for t in
    select n.nspname, c.relname
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r'
      and n.nspname in ('access', 'identity', 'programmes', 'treatment', 'flags', 'log')
  loop
    execute format('alter table %I.%I enable row level security', t.nspname, t.relname);
    execute format('alter table %I.%I force row level security', t.nspname, t.relname);
    if t.nspname = 'access' and t.relname in ('organisation', 'key_check') then
      -- Read by all, before a tenant is known; changed by the owner alone.
      execute format('create policy everyone on %I.%I using (true)', t.nspname, t.relname);
    else
      execute format(
        'create policy own_tenant on %I.%I using (tenant_id = access.current_tenant()) with check (tenant_id = access.current_tenant())',
        t.nspname, t.relname);
    end if;
  end loop;
end $$;

-- rights of the application's role -----------------------------------------------

grant usage on schema access, identity, programmes, treatment, flags, log to skute_app;
grant select on access.organisation, access.key_check to skute_app;
grant select, insert, update, delete on
  access.unit, access.unit_role, access.care_relation, access.session, access.preference, access.answered_write
  to skute_app;
grant select on access.treated to skute_app;
grant select, insert, update, delete on all tables in schema identity, programmes, treatment, flags to skute_app;
grant select, insert on log.entry, log.link to skute_app;
grant usage on all sequences in schema log to skute_app;
