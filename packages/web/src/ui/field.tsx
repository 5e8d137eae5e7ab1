import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from "react";

interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What to mend; shown in red beneath the label and read with the input. */
  readonly error?: string | undefined;
}

const INPUT =
  "min-h-14 w-full rounded-8 border bg-white px-4 py-2 text-lg text-solid-gray-900 aria-invalid:border-2 " +
  "aria-invalid:border-error-1 border-edge hover:border-black";

/** A labelled text input with hint and error; the hint beneath where fields in a row must keep one line. */
export function TextField({
  label,
  hint,
  hintBelow = false,
  error,
  className = "",
  ...input
}: FieldProps & { readonly hintBelow?: boolean } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className={className}>
      <FieldHead id={id} label={label} hint={hintBelow ? undefined : hint} error={error} />
      <input {...input} {...describedBy({ id, hint, error })} className={INPUT} />
      {hintBelow && hint !== undefined && <FieldHint id={id} hint={hint} className="mt-1" />}
    </div>
  );
}

/** A labelled native choice: best supported by phones and screen readers. */
export function SelectField({
  label,
  hint,
  error,
  className = "",
  ...select
}: FieldProps & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  return (
    <div className={className}>
      <FieldHead id={id} label={label} hint={hint} error={error} />
      <select {...select} {...describedBy({ id, hint, error })} className={INPUT} />
    </div>
  );
}

function FieldHead({ id, label, hint, error }: FieldProps & { id: string }) {
  return (
    <>
      <label htmlFor={id} className="mb-1 block text-lg font-bold">
        {label}
      </label>
      {hint !== undefined && <FieldHint id={id} hint={hint} className="mb-2" />}
      {error !== undefined && (
        <p id={`${id}-error`} className="mb-1 font-bold text-error-2">
          {error}
        </p>
      )}
    </>
  );
}

const FieldHint = ({ id, hint, className }: { id: string; hint: ReactNode; className: string }) => (
  <p id={`${id}-hint`} className={`text-base text-quiet ${className}`}>
    {hint}
  </p>
);

function describedBy({ id, hint, error }: { id: string; hint: ReactNode; error: string | undefined }) {
  const parts = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  return {
    id,
    "aria-invalid": error !== undefined || undefined,
    "aria-describedby": parts.length > 0 ? parts.join(" ") : undefined,
  };
}
