import type { SteeringView } from '@skute/treatment/contract';
import { type Say, useText } from '@skute/ui/i18n';
import { ReasonDialog } from './reason-dialog.tsx';
import { programmeTexts } from './texts.ts';
import { type Asked, stepsOf } from './things.ts';
import type { Steered } from './use-steer.ts';

interface SteerDialogProps {
  readonly asked: Asked;
  readonly view: SteeringView;
  readonly send: (asked: Asked, reason: string) => Promise<Steered>;
  readonly onClose: () => void;
}

/** Asks why, in the words of the act. */
export function SteerDialog({ asked, view, send, onClose }: SteerDialogProps) {
  const t = useText(programmeTexts);
  const about = 'module' in asked ? asked.module.id : 'step' in asked ? asked.step.id : asked.rule.id;
  return (
    <ReasonDialog
      {...wordsOf(asked, t)}
      optional={asked.act === 'open-module'}
      draftKey={`${asked.act}.${about}.${view.treatment.id}`}
      state={stateOf(asked, view, t)}
      send={(reason) => send(asked, reason)}
      onClose={onClose}
    />
  );
}

type Words = Say<keyof typeof programmeTexts.texts>;

function wordsOf(asked: Asked, t: Words): { title: string; help: string; act: string } {
  switch (asked.act) {
    case 'open-module':
      return { title: t('openTitle', { name: asked.module.title }), help: t('openHelp'), act: t('open') };
    case 'close-module':
      return { title: t('closeTitle', { name: asked.module.title }), help: t('closeHelp'), act: t('close') };
    case 'show-module':
      return {
        title: t('showTitle', { name: asked.module.title }),
        help: t('showModuleHelp'),
        act: t('show'),
      };
    case 'hide-module':
      return {
        title: t('hideTitle', { name: asked.module.title }),
        help: t('hideModuleHelp'),
        act: t('hide'),
      };
    case 'show-step':
      return { title: t('showTitle', { name: asked.step.title }), help: t('showHelp'), act: t('show') };
    case 'hide-step':
      return { title: t('hideTitle', { name: asked.step.title }), help: t('hideHelp'), act: t('hide') };
    case 'undo-rule':
      return { title: t('undoTitle'), help: t('undoHelp'), act: t('takeBack') };
    case 'hold-rule':
    case 'release-rule':
      return { title: t('holdTitle'), help: t('holdHelp', { because: asked.rule.because }), act: t('hold') };
  }
}

/** How the same thing stands in what was read last. */
function stateOf(asked: Asked, view: SteeringView, t: Words): string | undefined {
  if ('module' in asked) {
    const module = view.modules.find(({ id }) => id === asked.module.id);
    if (module && (module.hidden || asked.act === 'show-module' || asked.act === 'hide-module'))
      return t(module.hidden ? 'moduleHidden' : 'shown', { name: module.title });
    return module?.open ? t('opened', { name: module.title }) : t('closed', { name: asked.module.title });
  }
  if ('step' in asked) {
    const step = view.modules.flatMap(stepsOf).find(({ id }) => id === asked.step.id);
    return step?.hidden ? t('hiddenSaid', { name: step.title }) : t('shown', { name: asked.step.title });
  }
  const states = {
    waiting: 'ruleWaiting',
    fired: 'released',
    held: 'ruleHeld',
    undone: 'ruleUndone',
  } as const;
  const rule = view.rules.find(({ id }) => id === asked.rule.id);
  return rule ? t(states[rule.state]) : undefined;
}
