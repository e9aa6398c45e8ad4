import type { Form } from '@skute/forms/rules';

/** Where a form does not say how long it takes: about ten seconds an answer, at least a minute. */
const secondsAnAnswer = 10;

/** About how many minutes a form takes. */
export function minutesOf({ questionnaire, byLinkId }: Form): number {
  const said = questionnaire.extension?.find(({ url }) => url === 'urn:skute:form:minutes')?.['valueInteger'];
  if (typeof said === 'number') return said;
  const questions = [...byLinkId.values()].filter(({ type }) => type !== 'group' && type !== 'display');
  return Math.max(1, Math.ceil((questions.length * secondsAnAnswer) / 60));
}
