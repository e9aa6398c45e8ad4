import { XMarkIcon } from '@navikt/aksel-icons';
import { useText } from '@skute/ui/i18n';
import { type ReactNode, useEffectEvent, useId, useLayoutEffect, useRef } from 'react';
import { shellTexts } from '../shell/texts.ts';

interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  /** Keys that choose among what is in it. */
  readonly onKey?: (event: KeyboardEvent) => void;
  /** Has a cross; otherwise its own buttons, and Escape, close it. */
  readonly closeable?: boolean;
}

/** The browser's own dialog: keeps focus inside, closes on Escape, and gives focus back to where it was. */
export function Modal({ title, onClose, children, className = '', closeable = false, onKey }: ModalProps) {
  const t = useText(shellTexts);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useEffectEvent(() => onClose());
  const press = useEffectEvent((event: KeyboardEvent) => onKey?.(event));
  // Before the browser forgets where focus was, and before the dialog is taken out of the page.
  useLayoutEffect(() => {
    const { current } = dialog;
    if (!current) return;
    const click = (event: MouseEvent): void => (event.target === current ? close() : undefined);
    const key = (event: KeyboardEvent): void => press(event);
    if (!current.open) current.showModal();
    current.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    current.addEventListener('click', click);
    current.addEventListener('keydown', key);
    return () => {
      current.removeEventListener('click', click);
      current.removeEventListener('keydown', key);
      current.close();
    };
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
