import { useId } from "react";

/** A consent in the words that are agreed to; never ticked beforehand. */
export function Consent({
  text,
  checked,
  error,
  onChange,
}: {
  text: string;
  checked: boolean;
  error: string | undefined;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div>
      {error !== undefined && (
        <p id={`${id}-error`} className="mb-1 font-bold text-error-2">
          {error}
        </p>
      )}
      <label className="flex items-start gap-3 rounded-8 border border-edge p-3 text-lg">
        <input
          type="checkbox"
          className="mt-1 size-6 shrink-0 accent-key-900"
          checked={checked}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>{text}</span>
      </label>
    </div>
  );
}
