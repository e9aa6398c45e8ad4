/**
 * What each act costs at least: the rows that it reads by one prepared statement, and one durable log row, in one commit
 * and one round trip. Lists come as text and pass through as they are.
 */
const eventsAndProgress = `
  (select json_agg(json_build_array(e.number, e.kind, e.at, e.by_kind, e.about))::text
   from twin.event e where e.treatment_id = t.id) as events,
  (select json_agg(json_build_array(p.step_id, p.visited_at, p.finished_at, p.bookmarked))::text
   from twin.progress p where p.treatment_id = t.id) as progress`;

const treatment = `
  t.id, t.version_id, t.responsible_id, t.invited_at::text, t.starts_on::text, t.last_active_at::text`;

/** One treatment, its events and progress, the unit, and the clinician’s identity as it lies there. */
const today = `
  with logged as (
    insert into twin.log (actor_id, act, patient_id) values ($1, 'today', $1) returning number
  )
  select ${treatment}, ${eventsAndProgress}, u.name as unit, encode(r.identity, 'base64') as responsible
  from twin.treatment t
  join twin.unit u on u.id = t.unit_id
  join twin.person r on r.id = t.responsible_id
  where t.patient_id = $1`;

const writes = (finishedAt: 'now()' | 'null'): string => `
  with kept as (
    insert into twin.progress as known (tenant_id, treatment_id, step_id, visited_at, finished_at, bookmarked)
    values ($2::uuid, $2::uuid, $3, now(), ${finishedAt}, false)
    on conflict (treatment_id, step_id) do update set finished_at = coalesce(known.finished_at, excluded.finished_at)
    returning 1
  ), written as (
    insert into twin.written (person_id, key, status) values ($1::uuid, $4, 200) returning 1
  ), logged as (
    insert into twin.log (actor_id, act, patient_id) values ($1, 'step', $1) returning 1
  )`;

/** What Today reads, an upsert, a row for the event, a log row. */
const step = (finishedAt: 'now()' | 'null'): string => `${writes(finishedAt)}
  select ${treatment}, ${eventsAndProgress}, u.name as unit, encode(r.identity, 'base64') as responsible
  from twin.treatment t
  join twin.unit u on u.id = t.unit_id
  join twin.person r on r.id = t.responsible_id
  where t.id = $2::uuid`;

/** The three writes and nothing else: done without looking at what they are done to. */
const blind = (finishedAt: 'now()' | 'null'): string => `${writes(finishedAt)}
  select 1 as done`;

/** A clinician’s caseload: treatments with their events, two identities each, and what was done about them. */
const worklist = `
  with logged as (
    insert into twin.log (actor_id, act, patient_ids)
    values ($1, 'worklist', array(select patient_id from twin.relation where clinician_id = $1 and unit_id = $2))
    returning number
  )
  select ${treatment},
    (select json_agg(json_build_array(e.number, e.kind, e.at, e.by_kind, e.about))::text
     from twin.event e where e.treatment_id = t.id) as events,
    (select json_agg(json_build_array(h.kind, h.occurrence, h.outcome, h.until))::text
     from twin.handling h where h.treatment_id = t.id) as handled,
    encode(p.identity, 'base64') as patient, encode(r.identity, 'base64') as responsible
  from twin.relation a
  join twin.treatment t on t.patient_id = a.patient_id
  join twin.person p on p.id = t.patient_id
  join twin.person r on r.id = t.responsible_id
  where a.clinician_id = $1 and a.unit_id = $2`;

/** One treatment with all that the patient page shows of it. */
const page = `
  with logged as (
    insert into twin.log (actor_id, act, patient_id)
    select $1, 'page', patient_id from twin.treatment where id = $2
    returning number
  )
  select ${treatment}, ${eventsAndProgress},
    (select json_agg(json_build_array(h.kind, h.occurrence, h.outcome, h.until))::text
     from twin.handling h where h.treatment_id = t.id) as handled,
    (select encode(a.answers, 'base64')
     from twin.answer a where a.treatment_id = t.id) as answers,
    u.name as unit, a.from_at::text as since, a.reason,
    encode(p.identity, 'base64') as patient, encode(r.identity, 'base64') as responsible
  from twin.treatment t
  join twin.relation a on a.patient_id = t.patient_id and a.clinician_id = $1
  join twin.unit u on u.id = t.unit_id
  join twin.person p on p.id = t.patient_id
  join twin.person r on r.id = t.responsible_id
  where t.id = $2`;

/** What Today reads, the form as it came in the package, and what has been begun of it. */
const form = `
  with logged as (
    insert into twin.log (actor_id, act, patient_id) values ($1, 'form', $1) returning number
  )
  select ${treatment}, ${eventsAndProgress}, u.name as unit, encode(r.identity, 'base64') as responsible,
    f.content, d.number as draft, d.saved_at::text, encode(d.answers, 'base64') as begun
  from twin.treatment t
  join twin.unit u on u.id = t.unit_id
  join twin.person r on r.id = t.responsible_id
  join twin.form f on f.version_id = t.version_id and f.form_id = $3
  left join twin.draft d on d.treatment_id = t.id and d.form_id = f.form_id
  where t.id = $2::uuid`;

const responses = `
  (select json_agg(json_build_array(a.id, a.form_id, a.answered_at, a.began_at, encode(a.scores, 'base64')))::text
   from twin.response a where a.treatment_id = t.id) as responses`;

/** The response with its answers as they came and as much for the scores, its event, the treatment’s row, the draft. */
const sends = `
  with changed as (
    update twin.treatment set last_active_at = now(), event_count = event_count + 1
    where id = $2::uuid
    returning id, tenant_id, version_id, event_count
  ), told as (
    insert into twin.event (tenant_id, treatment_id, number, kind, at, by_kind, by_person, about)
    select tenant_id, id, event_count, 'form-answered', now(), 'patient', $1::uuid, 'bench.0/bench' from changed
    returning 1
  ), kept as (
    insert into twin.response (tenant_id, id, patient_id, treatment_id, version_id, form_id, language, began_at,
      answered_at, answers, scores)
    select tenant_id, gen_random_uuid(), $1::uuid, id, version_id, 'bench', 'nb', now(), now(),
      convert_to($4, 'UTF8'), convert_to(substr($4, 1, 1100), 'UTF8')
    from changed
    returning 1
  ), undrafted as (
    delete from twin.draft where treatment_id = $2::uuid and form_id = 'bench' returning 1
  ), written as (
    insert into twin.written (person_id, key, status) values ($1::uuid, $3, 200) returning 1
  ), logged as (
    insert into twin.log (actor_id, act, patient_id) values ($1, 'send', $1) returning 1
  )`;

const send = `${sends}
  select ${treatment}, ${eventsAndProgress}, ${responses}, u.name as unit,
    encode(r.identity, 'base64') as responsible
  from twin.treatment t
  join twin.unit u on u.id = t.unit_id
  join twin.person r on r.id = t.responsible_id
  where t.id = $2::uuid`;

const sendBlind = `${sends}
  select 1 as done`;

/** One treatment with every response’s scores. */
const trend = `
  with logged as (
    insert into twin.log (actor_id, act, patient_id)
    select $1, 'trend', patient_id from twin.treatment where id = $2
    returning number
  )
  select ${treatment}, ${eventsAndProgress}, ${responses}, u.name as unit,
    encode(r.identity, 'base64') as responsible
  from twin.treatment t
  join twin.relation a on a.patient_id = t.patient_id and a.clinician_id = $1
  join twin.unit u on u.id = t.unit_id
  join twin.person r on r.id = t.responsible_id
  where t.id = $2`;

export const statements = {
  today,
  open: step('null'),
  finish: step('now()'),
  'open-blind': blind('null'),
  'finish-blind': blind('now()'),
  worklist,
  page,
  form,
  send,
  'send-blind': sendBlind,
  trend,
} as const;

export type TwinName = keyof typeof statements;
