import { answers, type Served } from '@skute/access';
import * as contract from './contract.ts';
import { windUnitClock } from './operations/clock.ts';
import type { ClinicDeps } from './operations/deps.ts';
import { listPatients } from './operations/find-patients.ts';
import { handle } from './operations/handle-work.ts';
import { inviteToProgramme } from './operations/invite.ts';
import { lookUp } from './operations/look-up.ts';
import { showPatient } from './operations/patient-page.ts';
import { showProgrammes } from './operations/programmes.ts';
import { showWorklist } from './operations/worklist.ts';

export function clinicRoutes(deps: ClinicDeps): Served[] {
  return [
    answers(contract.getWorklist, showWorklist(deps)),
    answers(contract.handleWork, handle(deps)),
    answers(contract.findPatients, listPatients(deps)),
    answers(contract.getPatientPage, showPatient(deps)),
    answers(contract.listProgrammes, showProgrammes(deps)),
    answers(contract.lookUpPerson, lookUp(deps)),
    answers(contract.invite, inviteToProgramme(deps)),
    answers(contract.windClock, windUnitClock(deps)),
  ];
}
