import { answers, type Served } from '@skute/access';
import * as contract from './contract.ts';
import { listPapers } from './operations/list-papers.ts';
import { ownProgress, ownResponse, ownStep } from './operations/own-pdfs.ts';
import type { PaperDeps } from './operations/paper-at-hand.ts';
import { saveDraft } from './operations/save-draft.ts';
import { send } from './operations/send-paper.ts';
import { sendAgain, showSent, showSentPdf } from './operations/sent-paper.ts';
import { preview, showDraft } from './operations/show-draft.ts';

/** Every route of contract.ts with the operation that answers it. */
export function paperRoutes(deps: PaperDeps): Served[] {
  return [
    answers(contract.getPapers, listPapers(deps)),
    answers(contract.getPaperDraft, showDraft(deps)),
    answers(contract.savePaperDraft, saveDraft(deps)),
    answers(contract.previewPaper, preview(deps)),
    answers(contract.sendPaper, send(deps)),
    answers(contract.getSentPaper, showSent(deps)),
    answers(contract.getSentPaperPdf, showSentPdf(deps)),
    answers(contract.sendPaperAgain, sendAgain(deps)),
    answers(contract.getStepPdf, ownStep(deps)),
    answers(contract.getResponsePdf, ownResponse(deps)),
    answers(contract.getProgressPdf, ownProgress(deps)),
  ];
}
