import type { Recipient } from '@skute/papers/contract';
import { useState } from 'react';
import { useDraft } from '../data/drafts.ts';

export interface Receivers {
  readonly record: boolean;
  readonly gp: boolean;
  readonly name: string;
  readonly herId: string;
  readonly organisationNumber: string;
}

const ofLetter: Receivers = { record: true, gp: true, name: '', herId: '', organisationNumber: '' };
const ofNote: Receivers = { record: true, gp: false, name: '', herId: '', organisationNumber: '' };

/** Who it is for. What is typed stays with this patient until it is sent. */
export function useReceivers(treatmentId: string, letter: boolean) {
  const [value, change, end] = useDraft(
    `receivers.${letter ? 'letter' : 'note'}.${treatmentId}`,
    letter ? ofLetter : ofNote,
  );
  const [checked, setChecked] = useState(false);
  const wrong = checked ? faultsOf(value) : {};
  const check = (): Recipient[] | undefined => {
    setChecked(true);
    const [first] = Object.keys(faultsOf(value));
    if (first === undefined) return recipientsOf(value);
    document.getElementById(`receiver-${first}`)?.focus();
    return undefined;
  };
  return { value, change, end, wrong, check };
}

interface Faults {
  readonly record?: 'receiverNeeded';
  readonly name?: 'gpNeeded';
  readonly herId?: 'herIdWrong' | 'addressNeeded';
  readonly organisationNumber?: 'organisationWrong';
}

function faultsOf(value: Receivers): Faults {
  const { record, gp, name } = value;
  if (!gp) return record ? {} : { record: 'receiverNeeded' };
  return {
    ...(name.trim() === '' ? { name: 'gpNeeded' as const } : {}),
    ...addressFaults(value),
  };
}

/** One of the two is needed, in the form in which the registers write them. */
function addressFaults({ herId, organisationNumber }: Receivers): Faults {
  const [her, organisation] = [herId.trim(), organisationNumber.trim()];
  if (her === '' && organisation === '') return { herId: 'addressNeeded' };
  return {
    ...(/^\d{0,10}$/.test(her) ? {} : { herId: 'herIdWrong' as const }),
    ...(/^(\d{9}|\d{6}-?\d{4})?$/.test(organisation)
      ? {}
      : { organisationNumber: 'organisationWrong' as const }),
  };
}

function recipientsOf({ record, gp, name, herId, organisationNumber }: Receivers): Recipient[] {
  const to: Recipient[] = record ? [{ to: 'record' }] : [];
  if (!gp) return to;
  const address = { herId: herId.trim() || null, organisationNumber: organisationNumber.trim() || null };
  return [...to, { to: 'gp', name: name.trim(), ...address }];
}
