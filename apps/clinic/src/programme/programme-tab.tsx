import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { steeringQuery } from '../data/queries.ts';
import { Loaded } from '../parts/loadable.tsx';
import { ProgrammeSteering } from './programme-steering.tsx';

/** C7: the patient's own view of the programme, and what the clinic may do with it. */
export function ProgrammeTab() {
  const { treatmentId } = useParams({ from: '/treatments/$treatmentId' });
  const { step } = useSearch({ from: '/treatments/$treatmentId/programme' });
  const steering = useQuery(steeringQuery(treatmentId));
  return (
    <Loaded of={steering} lines={8}>
      {(view) => <ProgrammeSteering key={treatmentId} view={view} stepId={step} />}
    </Loaded>
  );
}
