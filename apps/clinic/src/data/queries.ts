/** What is read from the server, by name. Nothing is read before somebody asks for it: each read is in the access log. */
import { findPatients, getPatientPage, getWorklist, listProgrammes } from '@skute/clinics/contract';
import { getPaperDraft, getPapers, getSentPaper, type PaperKind, previewPaper } from '@skute/papers/contract';
import { getMeasures, getSteering, previewStep, readResponse } from '@skute/treatment/contract';
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

export const measuresQuery = (treatmentId: string) =>
  queryOptions({
    queryKey: ['measures', treatmentId],
    queryFn: ({ signal }) => ask(getMeasures, { params: { treatmentId } }, { signal }),
  });

/** Reading is an act: the patient sees from then on that the clinic has read it. What was answered never changes. */
export const responseQuery = (treatmentId: string, responseId: string) =>
  queryOptions({
    queryKey: ['response', treatmentId, responseId],
    queryFn: ({ signal }) => ask(readResponse, { params: { treatmentId, responseId } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: ({ signal }) => ask(listProgrammes, {}, { signal }),
  staleTime: 5 * 60_000,
});

export const papersQuery = (treatmentId: string) =>
  queryOptions({
    queryKey: ['papers', treatmentId],
    queryFn: ({ signal }) => ask(getPapers, { params: { treatmentId } }, { signal }),
  });

export const paperDraftQuery = (treatmentId: string, kind: PaperKind) =>
  queryOptions({
    queryKey: ['paper-draft', treatmentId, kind],
    queryFn: ({ signal }) => ask(getPaperDraft, { params: { treatmentId, kind }, query: {} }, { signal }),
  });

/** What would be sent of what is saved, and how long it is. */
export const paperPreviewQuery = (treatmentId: string, kind: PaperKind, number: number) =>
  queryOptions({
    queryKey: ['paper-preview', treatmentId, kind, number],
    queryFn: ({ signal }) => ask(previewPaper, { params: { treatmentId, kind }, query: {} }, { signal }),
  });

export const sentPaperQuery = (treatmentId: string, paperId: string) =>
  queryOptions({
    queryKey: ['sent-paper', treatmentId, paperId],
    queryFn: ({ signal }) => ask(getSentPaper, { params: { treatmentId, paperId } }, { signal }),
  });
