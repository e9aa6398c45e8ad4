import { useText } from '@skute/ui/i18n';
import { AttachmentField } from './attachment-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import type { FieldKind, FieldProps } from './fields.ts';
import { LineField } from './line-field.tsx';
import { AutocompleteField, DropDownField } from './list-fields.tsx';
import { ScaleField } from './scale-field.tsx';
import { itemTexts } from './texts.ts';
import { ValueField, ValuesField } from './value-field.tsx';
import { YesNoField } from './yes-no-field.tsx';

export function Field({ kind, ...field }: FieldProps & { kind: FieldKind }) {
  const t = useText(itemTexts);
  switch (kind) {
    case 'yes-no':
      return <YesNoField {...field} />;
    case 'scale':
      return <ScaleField {...field} />;
    case 'line':
      return <LineField {...field} />;
    case 'radio':
    case 'check-box':
      return <ChoiceField {...field} />;
    case 'drop-down':
      return <DropDownField {...field} />;
    case 'autocomplete':
      return <AutocompleteField {...field} />;
    case 'attachment':
      return <AttachmentField {...field} />;
    case 'value':
      return <ValueField {...field} />;
    case 'values':
      return <ValuesField {...field} />;
    case 'none':
      return <p>{t('unsupported')}</p>;
  }
}
