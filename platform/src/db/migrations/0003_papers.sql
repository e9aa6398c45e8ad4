-- Papers: letters and notes that come out of a treatment, and their way to who is to have them.

create schema papers;

create table papers.paper (
  tenant_id uuid not null,
  id uuid not null,
  treatment_id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in ('start-note', 'gp-letter-3-months', 'gp-letter-end', 'end-note')),
  language text not null,
  state text not null check (state in ('draft', 'sent')),
  -- Every saving is one higher; a sent paper keeps that of the draft it was.
  number int not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  sent_at timestamptz,
  sent_by uuid,
  -- What has been written, or, when it is sent, all that it says; sealed with the patient's key.
  content bytea not null,
  -- What was sent, sealed likewise.
  pdf bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, treatment_id) references treatment.treatment (tenant_id, id) on delete cascade,
  check ((state = 'sent') = (sent_at is not null and sent_by is not null and pdf is not null))
);
create index paper_of_treatment on papers.paper (tenant_id, treatment_id, saved_at desc);
create unique index paper_one_draft on papers.paper (tenant_id, treatment_id, kind) where state = 'draft';

-- All in real time, also where the unit's clock is ahead: the way out knows no other.
create table papers.delivery (
  tenant_id uuid not null,
  id uuid not null,
  paper_id uuid not null,
  recipient_kind text not null check (recipient_kind in ('record', 'gp')),
  -- Name and address, sealed with the patient's key: who somebody's doctor is, is theirs to tell.
  recipient bytea not null,
  state text not null check (state in ('queued', 'delivered', 'acknowledged', 'failed')),
  -- A code, and never the receiver's words.
  reason text,
  -- Since it was queued, the last time.
  attempts int not null default 0,
  created_at timestamptz not null,
  queued_at timestamptz not null,
  next_at timestamptz not null,
  changed_at timestamptz not null,
  -- The receiver's own reference.
  receipt text,
  primary key (tenant_id, id),
  unique (tenant_id, paper_id, recipient_kind),
  foreign key (tenant_id, paper_id) references papers.paper (tenant_id, id) on delete cascade,
  check ((state = 'failed') = (reason is not null))
);
create index delivery_waiting on papers.delivery (tenant_id, next_at) where state = 'queued';
create index delivery_without_receipt on papers.delivery (tenant_id, changed_at)
  where state = 'delivered' or reason = 'no-receipt';

-- row-level security and rights ----------------------------------------------------

do $$
declare
  t record;
begin
  for t in select * from (values ('papers', 'paper'), ('papers', 'delivery')) as v (s, r)
  loop
    execute format('alter table %I.%I enable row level security', t.s, t.r);
    execute format('alter table %I.%I force row level security', t.s, t.r);
    execute format(
      'create policy own_tenant on %I.%I using (tenant_id = access.current_tenant()) with check (tenant_id = access.current_tenant())',
      t.s, t.r);
  end loop;
end $$;

-- What was sent is never changed.
create policy sent_stays on papers.paper as restrictive for update using (state = 'draft') with check (true);

grant usage on schema papers to skute_app;
grant select, insert, update, delete on papers.paper, papers.delivery to skute_app;
