import { XMarkIcon } from '@navikt/aksel-icons';
import { useText } from '@skute/ui/i18n';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { shellTexts } from '../shell/texts.ts';

interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  /** Has a cross; otherwise its own buttons, and Escape, close it. */
  readonly closeable?: boolean;
}

/** The browser's own dialog: keeps focus inside, closes on Escape, and gives focus back to where it was. */
export function Modal({ title, onClose, children, className = '', closeable = false }: ModalProps) {
  const t = useText(shellTexts);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    if (current && !current.open) current.showModal();
    current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`modal ${className}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => (event.target === dialog.current ? onClose() : undefined)}
    >
      <div className="modal-inside">
        <div className="modal-head">
          <h2 id={id}>{title}</h2>
          {closeable ? (
            <button type="button" className="icon-button" aria-label={t('close')} onClick={onClose}>
              <XMarkIcon aria-hidden="true" />
            </button>
          ) : null}
        </div>
        {children}
      </div>
    </dialog>
  );
}
