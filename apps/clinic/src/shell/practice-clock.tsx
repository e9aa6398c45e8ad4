import { ClockIcon } from '@navikt/aksel-icons';
import { Button, Paragraph } from '@skute/ui/base';
import { dayOfInstant, timeOfInstant, useText } from '@skute/ui/i18n';
import { useHere } from './clinic-session.ts';
import { shellTexts } from './texts.ts';
import { useWindClock } from './wind-clock.ts';

/** The unit's present, and winding it. Only in practice mode. */
export function PracticeClock() {
  const t = useText(shellTexts);
  const wind = useWindClock();
  const { now, timeZone, language } = useHere();
  const instant = new Date(now).toISOString();
  return (
    <>
      <button type="button" className="clock-button" popoverTarget="practice-clock">
        <ClockIcon aria-hidden="true" />
        <span className="clock-word">{t('clock')}: </span>
        {dayOfInstant(instant, timeZone, language)} {timeOfInstant(instant, timeZone, language)}
      </button>
      <div popover="auto" id="practice-clock" className="menu clock-menu">
        <Paragraph data-size="sm">{t('clockHelp')}</Paragraph>
        {[1, 7].map((days) => (
          <Button key={days} variant="secondary" onClick={() => wind(days)}>
            {t('wind', { count: days })}
          </Button>
        ))}
      </div>
    </>
  );
}
