import { type Refusal as Answered, answers, type Operation, type Served } from '@skute/access';
import type { Route } from '@skute/platform/contract';
import * as contract from './contract.ts';
import { accept } from './operations/accept-invitation.ts';
import type { Act } from './operations/act.ts';
import { bookmark } from './operations/bookmark-step.ts';
import { finish } from './operations/finish-step.ts';
import { keepFormDraft } from './operations/keep-form-draft.ts';
import { read, showOwnResponse } from './operations/responses.ts';
import { send } from './operations/send-form.ts';
import { showForm } from './operations/open-form.ts';
import { showMeasures } from './operations/get-measures.ts';
import { showProgress } from './operations/get-progress.ts';
import { showSitting } from './operations/get-sitting.ts';
import { showProgramme } from './operations/get-programme.ts';
import { showSteering } from './operations/get-steering.ts';
import { showToday } from './operations/get-today.ts';
import { open } from './operations/open-step.ts';
import { preview } from './operations/preview-step.ts';
import { steerTreatment } from './operations/steer.ts';
import type { TreatmentDeps } from './operations/treatment-at-hand.ts';
import { isRefusal, type RefusalKind } from './refusals.ts';

/** Every route of contract.ts with the operation that answers it. */
export function treatmentRoutes(deps: TreatmentDeps): Served[] {
  return [
    served(contract.getToday, showToday(deps)),
    served(contract.acceptInvitation, accept(deps)),
    served(contract.getProgramme, showProgramme(deps)),
    served(contract.openStep, open(deps)),
    served(contract.finishStep, finish(deps)),
    served(contract.bookmarkStep, bookmark(deps)),
    served(contract.getSteering, showSteering(deps)),
    served(contract.previewStep, preview(deps)),
    served(contract.steer, steerTreatment(deps)),
    served(contract.getSitting, showSitting(deps)),
    served(contract.openForm, showForm(deps)),
    served(contract.keepFormDraft, keepFormDraft(deps)),
    served(contract.sendForm, send(deps)),
    served(contract.getProgress, showProgress(deps)),
    served(contract.getOwnResponse, showOwnResponse(deps)),
    served(contract.getMeasures, showMeasures(deps)),
    served(contract.readResponse, read(deps)),
  ];
}

function served<R extends Route>(route: R, act: Act<R>): Served {
  const operation: Operation<R> = async (tx, ask) => {
    const told = await act(tx, ask);
    if (!isRefusal(told)) return told;
    return { ...answerTo(told.refused), ...(told.problems ? { problems: told.problems } : {}) };
  };
  return answers(route, operation);
}

/** The kind is the code, and the key of the screen's sentence, but for a treatment that is not the clinician's to know of. */
export function answerTo(kind: RefusalKind): Answered {
  return { refused: kind === 'unknown-treatment' ? 'not-found' : kind, status: statuses[kind] };
}

/** 404: there is no such thing. 409: not as things stand now; it may be later. 422: never with this value. */
const statuses: Record<RefusalKind, Answered['status']> = {
  'unknown-step': 404,
  'unknown-module': 404,
  'unknown-rule': 404,
  'unknown-treatment': 404,
  'not-invited': 404,
  'unknown-form': 404,
  'unknown-response': 404,
  'unknown-point': 404,
  'already-answered': 409,
  'form-not-asked': 409,
  'form-expired': 409,
  'answers-not-right': 422,
  'step-not-open': 409,
  'not-reachable': 409,
  'step-not-visited': 409,
  'invitation-not-accepted': 409,
  'invitation-lapsed': 409,
  'invitation-already-accepted': 409,
  'treatment-paused': 409,
  'not-paused': 409,
  'in-maintenance': 409,
  'treatment-ended': 409,
  'not-ended': 409,
  'module-not-open': 409,
  'rule-has-fired': 409,
  'rule-not-held': 409,
  'nothing-to-undo': 409,
  'has-treatment': 409,
  'date-out-of-range': 422,
};
