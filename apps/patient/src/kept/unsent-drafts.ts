/** What has been begun in a form and is on the phone alone. Signing out empties the phone, so it is sent before. */
import { keepFormDraft, type QuestionnaireResponseJson } from '@skute/treatment/contract';
import { ask } from '@skute/ui/session';
import type { z } from 'zod';
import { keptNames, takeOut } from './device.ts';
import { isFormInOutbox } from './outbox.ts';

interface Unsent {
  readonly unsent: boolean;
  readonly basedOn: number;
  readonly response: z.input<typeof QuestionnaireResponseJson>;
}

/** How many are left: those that got no answer, or that another device has a newer version of. */
export async function sendDrafts(): Promise<number> {
  const device = takeOut<string>('device') ?? 'unknown';
  const outcomes = await Promise.all(
    keptNames('draft/').map(async (name) => {
      const draft = takeOut<Unsent>(name);
      const params = { formId: name.slice('draft/'.length) };
      if (!draft?.unsent || isFormInOutbox(params.formId)) return true;
      const { basedOn, response } = draft;
      return ask(keepFormDraft, { params, body: { basedOn, device, response } }).then(
        ({ outcome }) => outcome === 'kept',
        () => false,
      );
    }),
  );
  return outcomes.filter((isSent) => !isSent).length;
}
