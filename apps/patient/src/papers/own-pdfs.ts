import { getProgressPdf, getResponsePdf, getStepPdf, type Pdf } from '@skute/papers/contract';
import { ask } from '@skute/ui/session';

export const stepPdf = (stepId: string): Promise<Pdf> => ask(getStepPdf, { params: { stepId } });
export const responsePdf = (responseId: string): Promise<Pdf> =>
  ask(getResponsePdf, { params: { responseId } });
export const progressPdf = (): Promise<Pdf> => ask(getProgressPdf, {});
