import type { Language } from '@skute/access/contract';
import type { Raised } from '@skute/flags';
import { addDays, dateIn, daysBetween, startOfDay } from '@skute/platform/time';
import type { LoadedProgramme } from '@skute/programmes';
import { invitationEndsOn, type Life, raisedFlags, rulesAtWork } from '@skute/treatment';
import { becauseOfInvitation, becauseOfLateForm } from './because.ts';

/** An invitation is called about when so few days of it are left. */
export const lapsingDays = 3;

/** Everything in one treatment that asks for the clinic's attention: what rules raise, and an invitation's own clock. */
export function raisedIn(life: Life, programme: LoadedProgramme, language: Language): Raised[] {
  const texts = programme.texts([language]);
  const rules = rulesAtWork(programme.programme, life);
  const raised = raisedFlags({ ...life, programme: programme.programme, rules }).map(
    ({ flag, by, at, occurrence }): Raised => ({
      kind: flag,
      occurrence,
      because:
        'rule' in by
          ? (texts.rules[by.rule]?.because ?? '')
          : becauseOfLateForm(texts.measures[by.point]?.title ?? '', language),
      since: at,
    }),
  );
  return [...raised, ...invitationRaised(life, language)];
}

function invitationRaised(life: Life, language: Language): Raised[] {
  const endsOn = invitationEndsOn(life);
  if (endsOn === null) return [];
  const { timeZone } = life.facts;
  if (life.status === 'lapsed') {
    const since = startOfDay(timeZone, addDays(endsOn, 1));
    return [
      {
        kind: 'invitation-lapsed',
        occurrence: endsOn,
        because: becauseOfInvitation('invitation-lapsed', endsOn, language),
        since,
      },
    ];
  }
  if (daysBetween(dateIn(timeZone, life.now), endsOn) >= lapsingDays) return [];
  const since = startOfDay(timeZone, addDays(endsOn, -lapsingDays + 1));
  return [
    {
      kind: 'invitation-lapsing',
      occurrence: endsOn,
      because: becauseOfInvitation('invitation-lapsing', endsOn, language),
      since,
    },
  ];
}
