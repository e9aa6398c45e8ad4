import { useId } from 'react';

interface MenuSelectProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly (readonly [value: V, label: string])[];
  readonly onChange: (value: V) => void;
}

/** One of a few, on one line of a menu. */
export function MenuSelect<V extends string>({ label, value, options, onChange }: MenuSelectProps<V>) {
  const id = useId();
  return (
    <div className="menu-line">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="ds-input"
        value={value}
        onChange={(event) => {
          const chosen = options.find(([one]) => one === event.target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([one, word]) => (
          <option key={one} value={one}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}
