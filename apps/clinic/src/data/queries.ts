/** What is read from the server, by name. Nothing is read before somebody asks for it: each read is in the access log. */
import { findPatients, getPatientPage, getWorklist, listProgrammes } from '@skute/clinics/contract';
import { getSteering, previewStep } from '@skute/treatment/contract';
import { ask } from '@skute/ui/session';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Filter } from '../patients/filters.ts';

export const worklistQuery = (split: 'mine' | 'all') =>
  queryOptions({
    queryKey: ['worklist', split],
    queryFn: ({ signal }) => ask(getWorklist, { query: { split } }, { signal }),
    // Nobody else's handled work stays on the screen for long.
    staleTime: 5_000,
    refetchOnReconnect: 'always',
  });

export const patientsQuery = (search: string, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['patients', filter, search],
    queryFn: ({ pageParam, signal }) =>
      ask(findPatients, { body: { search, filter, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.after,
    placeholderData: keepPreviousData,
  });

export const patientQuery = (treatmentId: string) =>
  queryOptions({
    queryKey: ['patient', treatmentId],
    queryFn: ({ signal }) => ask(getPatientPage, { params: { treatmentId } }, { signal }),
  });

export const steeringQuery = (treatmentId: string) =>
  queryOptions({
    queryKey: ['steering', treatmentId],
    queryFn: ({ signal }) => ask(getSteering, { params: { treatmentId } }, { signal }),
  });

export const stepQuery = (treatmentId: string, stepId: string) =>
  queryOptions({
    queryKey: ['step', treatmentId, stepId],
    queryFn: ({ signal }) => ask(previewStep, { params: { treatmentId, stepId } }, { signal }),
  });

export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: ({ signal }) => ask(listProgrammes, {}, { signal }),
  staleTime: 5 * 60_000,
});
