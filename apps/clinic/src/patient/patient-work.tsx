import type { PatientPage } from '@skute/clinics/contract';
import { Button } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { useActs } from '../keys/acts.ts';
import { CallDialog } from '../worklist/call-dialog.tsx';
import { DueWords } from '../worklist/due-words.tsx';
import { LaterDialog } from '../worklist/later-dialog.tsx';
import { NoteDialog } from '../worklist/note-dialog.tsx';
import { worklistTexts } from '../worklist/texts.ts';
import { useHandle, useVisibleWork } from '../worklist/use-handling.ts';
import type { WorkItem } from '../worklist/visible-rows.ts';
import { byDue, kinds } from '../worklist/work-words.ts';
import { Panel } from './panel.tsx';
import { patientTexts } from './texts.ts';

type Asked = { readonly kind: 'later' | 'call' | 'note'; readonly items: readonly WorkItem[] };

interface WorkLinesProps {
  readonly patient: PatientPage;
  readonly readAt: number;
}

/** What needs the clinic with this patient, as a panel. */
export function PatientWork(props: WorkLinesProps) {
  const t = useText(patientTexts);
  return (
    <Panel title={t('work')}>
      <WorkLines {...props} />
    </Panel>
  );
}

/** Each with its own way out. */
export function WorkLines({ patient, readAt }: WorkLinesProps) {
  const t = useText(patientTexts);
  const words = useText(worklistTexts);
  const handle = useHandle();
  const work = useVisibleWork(patient.treatmentId, patient.work, readAt);
  const [asked, setAsked] = useState<Asked>();
  const first = byDue(work)[0];
  const done = (item: WorkItem): void => handle.done({ ...patient, items: [item] });
  useActs([
    {
      id: 'done',
      label: words('done'),
      keys: 'E',
      group: 'here',
      inRegion: true,
      run: () => (first ? done(first) : undefined),
    },
    {
      id: 'later',
      label: words('later'),
      keys: 'S',
      group: 'here',
      inRegion: true,
      run: () => (first ? setAsked({ kind: 'later', items: [first] }) : undefined),
    },
    {
      id: 'note',
      label: words('doneWithNote'),
      keys: 'N',
      group: 'here',
      inRegion: true,
      run: () => (first ? setAsked({ kind: 'note', items: [first] }) : undefined),
    },
  ]);
  return (
    <>
      {work.length === 0 ? <p className="subtle">{t('noWork')}</p> : null}
      <ul className="patient-work" data-keys="" hidden={work.length === 0}>
        {byDue(work).map((item) => (
          <WorkLine
            key={`${item.kind}/${item.occurrence}`}
            treatmentId={patient.treatmentId}
            item={item}
            done={() => done(item)}
            ask={(kind) => setAsked({ kind, items: [item] })}
          />
        ))}
      </ul>
      {asked?.kind === 'later' ? (
        <LaterDialog row={{ ...patient, work: asked.items }} onClose={() => setAsked(undefined)} />
      ) : null}
      {asked?.kind === 'note' ? (
        <NoteDialog row={{ ...patient, work: asked.items }} onClose={() => setAsked(undefined)} />
      ) : null}
      {asked?.kind === 'call' ? (
        <CallDialog row={{ ...patient, work: asked.items }} here onClose={() => setAsked(undefined)} />
      ) : null}
    </>
  );
}

interface WorkLineProps {
  readonly treatmentId: string;
  readonly item: WorkItem;
  readonly done: () => void;
  readonly ask: (kind: Asked['kind']) => void;
}

function WorkLine({ treatmentId, item, done, ask }: WorkLineProps) {
  const t = useText(worklistTexts);
  const { word, Icon } = kinds[item.kind];
  const said = (act: string): string => t('for', { act, name: t(word) });
  return (
    <li className="work" data-kind={item.kind}>
      <Icon aria-hidden="true" className="work-icon" />
      <span>
        <strong>{t(word)}.</strong> {item.because} <DueWords treatmentId={treatmentId} item={item} />
      </span>
      <span className="row-acts">
        {item.proposal === 'call' ? (
          <Button variant="secondary" aria-label={said(t('call'))} onClick={() => ask('call')}>
            {t('call')}
          </Button>
        ) : null}
        <Button variant="secondary" aria-label={said(t('done'))} onClick={done}>
          {t('done')}
        </Button>
        <Button variant="tertiary" aria-label={said(t('later'))} onClick={() => ask('later')}>
          {t('later')}
        </Button>
        <Button variant="tertiary" aria-label={said(t('doneWithNote'))} onClick={() => ask('note')}>
          {t('note')}
        </Button>
      </span>
    </li>
  );
}
