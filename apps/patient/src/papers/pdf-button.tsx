import type { Pdf } from '@skute/papers/contract';
import { Button } from '@skute/ui/base';
import { saveFile } from '@skute/ui/files';
import { useText } from '@skute/ui/i18n';
import { useMutation } from '@tanstack/react-query';
import { paperTexts } from './texts.ts';

/** Fetches a paper of the patient's own and hands it to the browser. Its file name says nothing of what is in it. */
export function PdfButton({ fetchPdf }: { fetchPdf: () => Promise<Pdf> }) {
  const t = useText(paperTexts);
  // Nobody presses twice for a second copy, so it is not tried again by itself.
  const saving = useMutation({
    mutationFn: fetchPdf,
    onSuccess: saveFile,
    retry: false,
    networkMode: 'always',
  });
  return (
    <>
      <Button
        variant="tertiary"
        className="quiet-button"
        aria-busy={saving.isPending}
        onClick={() => {
          if (!saving.isPending) saving.mutate();
        }}
      >
        {t(saving.isPending ? 'making' : 'save')}
      </Button>
      <span role="status" className="small">
        {saving.isError ? t('notMade') : ''}
      </span>
    </>
  );
}
