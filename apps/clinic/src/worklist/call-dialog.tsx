import { Button } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import { useDraft } from '../data/drafts.ts';
import { FieldFor } from '../parts/field-for.tsx';
import { Modal } from '../parts/modal.tsx';
import { useHere } from '../shell/clinic-session.ts';
import { addDays, dateIn } from '../words/time-words.ts';
import { worklistTexts } from './texts.ts';
import { useHandle } from './use-handling.ts';
import type { WorkItem } from './visible-rows.ts';

interface CallDialogProps {
  readonly row: { readonly treatmentId: string; readonly name: string; readonly work: readonly WorkItem[] };
  readonly onClose: () => void;
  /** The patient's page is the one that is open. */
  readonly here?: boolean;
}

/** What came of the call: talked, or no reply and again tomorrow. A few words if wanted. */
export function CallDialog({ row, onClose, here = false }: CallDialogProps) {
  const t = useText(worklistTexts);
  const { now, timeZone } = useHere();
  const [note, setNote, endDraft] = useDraft(`call.${row.treatmentId}`, '');
  const handle = useHandle();
  // The call answers what proposed it; other work of the same patient stays.
  const items = row.work.filter(({ proposal }) => proposal === 'call');
  const finish = (run: (words: string) => void): void => {
    endDraft();
    onClose();
    run(note.trim());
  };
  return (
    <Modal title={t('callTitle', { name: row.name })} onClose={onClose} closeable>
      {items.map((item) => (
        <p key={item.occurrence}>{item.because}</p>
      ))}
      <FieldFor id="call-note" label={t('callNote')} help={t('callNoteHelp')}>
        {(field) => (
          <textarea
            {...field}
            className="ds-input"
            rows={3}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </FieldFor>
      <div className="modal-acts">
        <Button data-autofocus="" onClick={() => finish((words) => handle.done({ ...row, items }, words))}>
          {t('talked')}
        </Button>
        <Button
          variant="secondary"
          onClick={() =>
            finish((words) => handle.later({ ...row, items }, addDays(dateIn(timeZone, now), 1), words))
          }
        >
          {t('noReply')}
        </Button>
        {here ? null : (
          <Link
            to="/treatments/$treatmentId/overview"
            params={{ treatmentId: row.treatmentId }}
            className="ds-link"
          >
            {t('toPatient')}
          </Link>
        )}
      </div>
    </Modal>
  );
}
