import type { SteeringView } from '@skute/treatment/contract';
import { Button } from '@skute/ui/base';
import { dayInWords, useText } from '@skute/ui/i18n';
import { Panel } from '../patient/panel.tsx';
import { useHere } from '../shell/clinic-session.ts';
import { timeTexts, whenInWords } from '../words/time-words.ts';
import { programmeTexts } from './texts.ts';
import type { Asked, Rule } from './things.ts';

interface RulesPanelProps {
  readonly view: SteeringView;
  readonly ask: (asked: Asked) => void;
}

/** What will happen by itself, and what has, each with its because. */
export function RulesPanel({ view, ask }: RulesPanelProps) {
  const t = useText(programmeTexts);
  return (
    <Panel title={t('rules')}>
      {view.rules.length === 0 ? <p className="subtle">{t('noRules')}</p> : null}
      {view.allowed.includes('steer') ? null : <p className="subtle">{t('unsteerable')}</p>}
      <ul className="rules">
        {view.rules.map((rule) => (
          <li key={rule.id} className="rule" data-state={rule.state}>
            <div tabIndex={-1} data-row={`rule:${rule.id}`}>
              <p>{rule.because}</p>
              <p className="subtle">
                <strong>
                  <RuleState rule={rule} />
                </strong>
                {rule.reason ? ` · ${t('ruleReason', { reason: rule.reason })}` : ''}
                {rule.opens.length > 0 ? ` · ${t('ruleOpens', { titles: rule.opens.join(', ') })}` : ''}
              </p>
            </div>
            {view.allowed.includes('steer') ? <RuleAct rule={rule} ask={ask} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function RuleState({ rule }: { rule: Rule }) {
  const t = useText(programmeTexts);
  const time = useText(timeTexts);
  const here = useHere();
  switch (rule.state) {
    case 'waiting':
      return rule.dueOn ? t('ruleDue', { day: dayInWords(rule.dueOn, here.language) }) : t('ruleWaiting');
    case 'fired':
      return t('ruleFired', { when: rule.firedAt ? whenInWords(rule.firedAt, here, time) : '' });
    case 'held':
      return t('ruleHeld');
    case 'undone':
      return t('ruleUndone');
  }
}

const acts = {
  waiting: ['hold-rule', 'hold'],
  fired: ['undo-rule', 'takeBack'],
  held: ['release-rule', 'release'],
  undone: ['release-rule', 'release'],
} as const;

function RuleAct({ rule, ask }: { rule: Rule } & Pick<RulesPanelProps, 'ask'>) {
  const t = useText(programmeTexts);
  const [act, word] = acts[rule.state];
  return (
    <Button
      variant="tertiary"
      aria-label={t('for', { act: t(word), name: rule.because })}
      onClick={() => ask({ act, rule })}
    >
      {t(word)}
    </Button>
  );
}
