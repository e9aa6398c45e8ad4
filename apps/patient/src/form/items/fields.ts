import type { ItemState } from '@skute/forms/rules';

/** What every field is given. The label and the problem stand round it. */
export interface FieldProps {
  readonly state: ItemState;
  /** Of the input that takes focus. */
  readonly id: string;
  /** Ids of the help and of the problem. */
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

export type FieldKind =
  | 'yes-no'
  | 'scale'
  | 'line'
  | 'radio'
  | 'check-box'
  | 'drop-down'
  | 'autocomplete'
  | 'attachment'
  | 'value'
  | 'values'
  | 'none';

const mostRadios = 10;
const mostChips = 11;

export function fieldKindOf({ item, limits, options }: ItemState): FieldKind {
  switch (item.type) {
    case 'boolean':
      return 'yes-no';
    case 'integer':
    case 'decimal':
      if (item.control === 'slider' && typeof limits.min === 'number' && typeof limits.max === 'number')
        return (limits.max - limits.min) / (limits.step ?? 1) < mostChips ? 'scale' : 'line';
      return item.repeats ? 'values' : 'value';
    case 'choice':
    case 'open-choice':
      if (item.repeats) return 'check-box';
      if (item.control === 'autocomplete') return 'autocomplete';
      if (item.control === 'drop-down') return item.type === 'choice' ? 'drop-down' : 'autocomplete';
      if (item.control === 'radio' || options.length <= mostRadios) return 'radio';
      return item.type === 'choice' ? 'drop-down' : 'autocomplete';
    case 'attachment':
      return 'attachment';
    case 'reference':
      return 'none';
    default:
      return item.repeats ? 'values' : 'value';
  }
}

/** Several inputs for one question: they stand in a `fieldset` with the question as its `legend`. */
export function isGrouped(kind: FieldKind): boolean {
  return (
    kind === 'yes-no' || kind === 'scale' || kind === 'radio' || kind === 'check-box' || kind === 'values'
  );
}
