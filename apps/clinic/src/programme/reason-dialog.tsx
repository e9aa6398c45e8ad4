import { Alert, Button, Paragraph } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useDraft } from '../data/drafts.ts';
import { FieldFor } from '../parts/field-for.tsx';
import { Modal } from '../parts/modal.tsx';
import { steerTexts } from './steer-texts.ts';
import type { Steered } from './use-steer.ts';

interface ReasonDialogProps {
  readonly title: string;
  /** What will happen, and what the patient will notice. */
  readonly help: string;
  /** The act, in the button. */
  readonly act: string;
  readonly optional?: boolean;
  /** Bound to the treatment and the act, so that a draft never shows up elsewhere. */
  readonly draftKey: string;
  /** How it stands now, in words: shown when somebody else changed it meanwhile. */
  readonly state?: string | undefined;
  /** Asked for before the reason. */
  readonly fields?: ReactNode;
  /** Whether those are as they should be; they say themselves what is wrong. */
  readonly ready?: () => boolean;
  readonly send: (reason: string) => Promise<Steered>;
  readonly onClose: () => void;
}

const shortest = 3;

/** Asks why. What is typed stays until it has been received. */
export function ReasonDialog({
  title,
  help,
  act,
  optional = false,
  draftKey,
  state,
  fields,
  ready = () => true,
  send,
  onClose,
}: ReasonDialogProps) {
  const t = useText(steerTexts);
  const [reason, setReason, endDraft] = useDraft(draftKey, '');
  const [trouble, setTrouble] = useState<Exclude<Steered['kind'], 'done'> | 'too-short' | 'sending'>();
  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    const words = reason.trim();
    const enough = words.length >= shortest || (optional && words === '');
    // Both are asked, so that all that is wrong is said at once.
    if (!ready() || !enough) return setTrouble(enough ? undefined : 'too-short');
    setTrouble('sending');
    const { kind } = await send(words);
    if (kind !== 'done') return setTrouble(kind);
    endDraft();
    onClose();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };
  return (
    <Modal title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate className="reason-form">
        <Paragraph>{help}</Paragraph>
        <Trouble kind={trouble} state={state} />
        {fields}
        <FieldFor
          id="reason"
          label={optional ? t('reasonOptional') : t('reason')}
          help={t('reasonHelp')}
          error={trouble === 'too-short' ? t('reasonNeeded') : undefined}
        >
          {(field) => (
            <textarea
              {...field}
              className="ds-input"
              rows={3}
              maxLength={500}
              {...(fields ? {} : { 'data-autofocus': '' })}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              onKeyDown={press}
            />
          )}
        </FieldFor>
        <div className="modal-acts">
          <Button type="submit" loading={trouble === 'sending'}>
            {act}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t('cancel')}
          </Button>
          <span className="keys-hint">
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </span>
        </div>
      </form>
    </Modal>
  );
}

function Trouble({ kind, state }: { kind: string | undefined; state: string | undefined }) {
  const t = useText(steerTexts);
  if (kind !== 'conflict' && kind !== 'refused' && kind !== 'unanswered') return null;
  return (
    <Alert data-color={kind === 'conflict' ? 'info' : 'warning'} role="alert">
      <Paragraph>{t(kind)}</Paragraph>
      {kind === 'conflict' && state ? <Paragraph>{t('stateNow', { state })}</Paragraph> : null}
    </Alert>
  );
}
