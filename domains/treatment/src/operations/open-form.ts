import { draftOf } from '@skute/forms';
import { isoInstant } from '@skute/platform/time';
import type { Draft as DraftShape, FormView, openForm } from '../contract.ts';
import type { Occurrence } from '../measures/occurrences.ts';
import { refuse } from '../refusals.ts';
import { becauseOf } from '../views.ts';
import { occurrences, whyOf } from '../views/sitting-view.ts';
import type { Act } from './act.ts';
import { patientsOwn } from './patients-own.ts';
import type { TreatmentDeps } from './treatment-at-hand.ts';

/** A form of the programme, whether or not it can be answered now: the screen says how it stands. */
export function showForm(deps: TreatmentDeps): Act<typeof openForm> {
  return async (tx, ask) => {
    const found = await patientsOwn(deps, tx, ask);
    if (!found) return refuse('not-invited');
    const { formId } = ask.params;
    const loaded = found.loaded.forms.get(formId);
    if (!loaded) return refuse('unknown-form');
    const { facts, programme, now } = found.course;
    const draft = await draftOf(tx, deps.keys, {
      treatmentId: facts.id,
      patientId: facts.patientId,
      formId,
    });
    const occurrence = mostPressing(
      occurrences(found).filter(({ point }) => point.forms.includes(formId)),
      formId,
    );
    return {
      status: 200,
      about: { patient: facts.patientId },
      body: {
        formId,
        versionId: facts.versionId,
        example: programme.status === 'example',
        now: isoInstant(now),
        timeZone: facts.timeZone,
        questionnaire: { ...loaded.form.questionnaire },
        state: stateOf(occurrence, formId),
        dueOn: occurrence?.dueOn ?? null,
        expiresOn: occurrence?.expiresOn ?? null,
        because: becauseOf(found, occurrence?.why ?? null),
        why: whyOf(found, loaded.form, occurrence?.point.id),
        draft: draft ? draftView(draft) : null,
      },
    };
  };
}

export function draftView(draft: {
  readonly number: number;
  readonly device: string;
  readonly savedAt: number;
  readonly answers: object;
}): DraftShape {
  return {
    number: draft.number,
    device: draft.device,
    savedAt: isoInstant(draft.savedAt),
    response: { resourceType: 'QuestionnaireResponse', ...draft.answers },
  };
}

/** What can be answered comes first, then what has been or could have been, the latest of them. */
function mostPressing(all: readonly Occurrence[], formId: string): Occurrence | undefined {
  const isOpen = ({ state, answered }: Occurrence): boolean =>
    (state === 'open' || state === 'due' || state === 'overdue') && !answered.has(formId);
  return all.find(isOpen) ?? all.findLast(({ state }) => state !== 'upcoming' && state !== 'cancelled');
}

function stateOf(occurrence: Occurrence | undefined, formId: string): FormView['state'] {
  if (!occurrence) return 'not-asked';
  if (occurrence.answered.has(formId)) return 'answered';
  const { state } = occurrence;
  return state === 'upcoming' || state === 'cancelled' ? 'not-asked' : state;
}
