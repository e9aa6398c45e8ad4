import { isRefusal, type Operation } from '@skute/access';
import { findByNumber, fullName, identitiesOf } from '@skute/identity';
import { livesAt } from '@skute/treatment';
import type { lookUpPerson } from '../contract.ts';
import type { ClinicDeps } from './deps.ts';
import { identify } from './identify.ts';

/** Before inviting: is the number right, and is the person known to the organisation? Logged, since it names somebody. */
export function lookUp(deps: ClinicDeps): Operation<typeof lookUpPerson> {
  return async (tx, { body, realNow }) => {
    const number = identify(body.number, deps.practice, realNow);
    if (isRefusal(number)) return number;
    const personId = await findByNumber(tx, deps.keys, 'patient', number.number);
    if (personId === undefined)
      return { status: 200, about: 'nobody', body: { known: false, born: number.born } };
    const [identities, living] = await Promise.all([
      identitiesOf(tx, deps.keys, [personId]),
      livesAt(tx, personId, realNow),
    ]);
    const identity = identities.get(personId);
    return {
      status: 200,
      about: { patient: personId },
      body: {
        known: true,
        name: identity ? fullName(identity) : '',
        born: identity?.born ?? number.born,
        hasTreatment: living,
      },
    };
  };
}
