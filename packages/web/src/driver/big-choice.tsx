import { useId } from "react";

/** One of a few, as large tiles. */
export function BigChoice<V extends string | number>({
  title,
  options,
  value,
  onChange,
}: {
  title: string;
  options: readonly { readonly value: V; readonly label: string }[];
  /** Undefined: nothing is chosen yet. */
  value: V | undefined;
  onChange: (value: V) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-2 text-xl font-bold">{title}</legend>
      <div className="press-row flex flex-wrap gap-3">
        {options.map((option) => (
          <label
            key={option.value}
            className="press focus-frame flex min-h-[4.75rem] min-w-32 flex-1 items-center justify-center rounded-12 border-4 border-edge bg-white px-3 text-center text-2xl leading-tight font-bold has-checked:border-key-900 has-checked:bg-key-100"
          >
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.value === value && <CheckMark />}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function CheckMark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="mr-2 size-7 shrink-0 text-key-900" fill="none">
      <path d="m4 12 6 6L20 6" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}
