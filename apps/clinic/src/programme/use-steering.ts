import type { SteeringView } from '@skute/treatment/contract';
import { offerUndo } from '@skute/ui/base';
import { type Say, useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { sayNotice } from '../parts/notices.tsx';
import { steerTexts } from './steer-texts.ts';
import { programmeTexts } from './texts.ts';
import type { Asked } from './things.ts';
import { type SteerBody, type Steered, useSteer } from './use-steer.ts';

/** Acts on the programme: those that need a reason are asked about first; each can be taken back. */
export function useSteering(view: SteeringView) {
  const t = useText(programmeTexts);
  const words = useText(steerTexts);
  const steer = useSteer(view.treatment.id);
  const [asked, setAsked] = useState<Asked>();
  const send = async (act: Asked, reason: string): Promise<Steered> => {
    const steered = await steer(bodyOf(act, reason));
    if (steered.kind === 'done') {
      offerUndo({ text: saidOf(act, t), undo: () => void steer(opposite(act, t('taken'))) });
    }
    return steered;
  };
  const ask = (act: Asked): void => {
    if (act.act !== 'release-rule') return setAsked(act);
    void send(act, '').then(({ kind }) => (kind === 'done' ? undefined : sayNotice(words(kind), 'trouble')));
  };
  return { asked, ask, send, close: () => setAsked(undefined) };
}

function bodyOf(asked: Asked, reason: string): SteerBody {
  switch (asked.act) {
    case 'open-module':
      return { act: asked.act, moduleId: asked.module.id, ...(reason === '' ? {} : { reason }) };
    case 'close-module':
    case 'show-module':
    case 'hide-module':
      return { act: asked.act, moduleId: asked.module.id, reason };
    case 'show-step':
    case 'hide-step':
      return { act: asked.act, stepId: asked.step.id, reason };
    case 'release-rule':
      return { act: asked.act, ruleId: asked.rule.id };
    case 'hold-rule':
    case 'undo-rule':
      return { act: asked.act, ruleId: asked.rule.id, reason };
  }
}

/** What takes an act back. `taken`: the reason that will stand in the history. */
function opposite(asked: Asked, taken: string): SteerBody {
  switch (asked.act) {
    case 'open-module':
      return { act: 'close-module', moduleId: asked.module.id, reason: taken };
    case 'close-module':
      return { act: 'open-module', moduleId: asked.module.id, reason: taken };
    case 'show-module':
      return { act: 'hide-module', moduleId: asked.module.id, reason: taken };
    case 'hide-module':
      return { act: 'show-module', moduleId: asked.module.id, reason: taken };
    case 'show-step':
      return { act: 'hide-step', stepId: asked.step.id, reason: taken };
    case 'hide-step':
      return { act: 'show-step', stepId: asked.step.id, reason: taken };
    case 'hold-rule':
    case 'undo-rule':
      return { act: 'release-rule', ruleId: asked.rule.id };
    case 'release-rule': {
      const act = asked.rule.state === 'undone' ? 'undo-rule' : 'hold-rule';
      return { act, ruleId: asked.rule.id, reason: asked.rule.reason ?? taken };
    }
  }
}

function saidOf(asked: Asked, t: Say<keyof typeof programmeTexts.texts>): string {
  switch (asked.act) {
    case 'open-module':
      return t('opened', { name: asked.module.title });
    case 'close-module':
      return t('closed', { name: asked.module.title });
    case 'show-module':
      return t('shown', { name: asked.module.title });
    case 'hide-module':
      return t('moduleHidden', { name: asked.module.title });
    case 'show-step':
      return t('shown', { name: asked.step.title });
    case 'hide-step':
      return t('hiddenSaid', { name: asked.step.title });
    case 'hold-rule':
      return t('held');
    case 'undo-rule':
      return t('undone');
    case 'release-rule':
      return t('released');
  }
}
