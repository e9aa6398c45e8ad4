import { useText } from '@skute/ui/i18n';
import { helpTexts } from './texts.ts';

export type Country = 'NO' | 'SE';

/**
 * Norway: 113 (AMK), 116 117 (legevakt), 116 123 (Mental Helse, open day and night).
 * Sweden: 112 (SOS Alarm), 1177, 90101 (Mind självmordslinjen).
 * From general knowledge: whoever runs the service checks them before use, and again each year.
 */
const numbers: Record<Country, { readonly danger: string; readonly doctor: string; readonly talk: string }> =
  {
    NO: { danger: '113', doctor: '116 117', talk: '116 123' },
    SE: { danger: '112', doctor: '1177', talk: '90101' },
  };

/** The two numbers for now, and with `all` someone to talk to. Each is one tap. */
export function Numbers({ country, all = false }: { country: Country; all?: boolean }) {
  const t = useText(helpTexts);
  const here = numbers[country];
  return (
    <ul className="plain-list stack">
      <Number name={t('danger')} number={here.danger} first />
      <Number name={t('doctor')} number={here.doctor} text={t('doctorText')} />
      {all ? <Number name={t('talk')} number={here.talk} text={t('talkText')} /> : null}
    </ul>
  );
}

interface NumberProps {
  readonly name: string;
  readonly number: string;
  readonly text?: string;
  readonly first?: boolean;
}

function Number({ name, number, text, first = false }: NumberProps) {
  const t = useText(helpTexts);
  return (
    <li className="card number">
      <div>
        <strong>{name}</strong>
        {text ? <span className="subtle">{text}</span> : null}
      </div>
      <a
        className="ds-button wide"
        data-variant={first ? 'primary' : 'secondary'}
        data-color={first ? 'danger' : undefined}
        href={`tel:${number.replaceAll(' ', '')}`}
      >
        {t('call', { number: number.replace(' ', '\u00a0') })}
      </a>
    </li>
  );
}
