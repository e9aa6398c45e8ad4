import { Button } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import type { KeyboardEvent } from 'react';
import { useDraft } from '../data/drafts.ts';
import { FieldFor } from '../parts/field-for.tsx';
import { Modal } from '../parts/modal.tsx';
import { worklistTexts } from './texts.ts';
import { useHandle } from './use-handling.ts';
import type { WorkItem } from './visible-rows.ts';

interface NoteDialogProps {
  readonly row: { readonly treatmentId: string; readonly name: string; readonly work: readonly WorkItem[] };
  readonly onClose: () => void;
}

/** Done, with a few words on what was decided. */
export function NoteDialog({ row, onClose }: NoteDialogProps) {
  const t = useText(worklistTexts);
  const [note, setNote, endDraft] = useDraft(`note.${row.treatmentId}`, '');
  const handle = useHandle();
  const done = (): void => {
    endDraft();
    onClose();
    handle.done({ ...row, items: row.work }, note.trim());
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) done();
  };
  return (
    <Modal title={t('noteTitle', { name: row.name })} onClose={onClose} closeable>
      {row.work.map((item) => (
        <p key={item.occurrence}>{item.because}</p>
      ))}
      <FieldFor id="work-note" label={t('note')} help={t('callNoteHelp')}>
        {(field) => (
          <textarea
            {...field}
            className="ds-input"
            rows={3}
            maxLength={500}
            data-autofocus=""
            value={note}
            onChange={(event) => setNote(event.target.value)}
            onKeyDown={press}
          />
        )}
      </FieldFor>
      <div className="modal-acts">
        <Button onClick={done}>{t('done')}</Button>
        <span className="keys-hint">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
      </div>
    </Modal>
  );
}
