import type { ReactNode } from 'react';

interface ChoiceProps<V extends string> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly {
    readonly value: V;
    readonly label: ReactNode;
    readonly help?: string;
    readonly lang?: string;
  }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** Side by side when the labels are short. */
  readonly inline?: boolean;
}

/** One of a few, as large rows to tap. Plain radio buttons underneath. */
export function Choice<V extends string>({
  legend,
  name,
  options,
  value,
  onChange,
  inline = false,
}: ChoiceProps<V>) {
  return (
    <fieldset className="choice" data-inline={inline}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice-row" lang={option.lang}>
          <input
            type="radio"
            className="ds-input"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.help ? <span className="choice-help">{option.help}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
