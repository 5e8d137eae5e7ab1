/** A labelled switch, large enough for a glove. */
export function SwitchLabel({
  label,
  on,
  onTurn,
}: {
  label: string;
  on: boolean;
  onTurn: (on: boolean) => void;
}) {
  return (
    <label className="press flex min-h-14 items-center gap-3 text-lg">
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        checked={on}
        onChange={(event) => onTurn(event.target.checked)}
        className="size-7 accent-key-900"
      />
      {label}
    </label>
  );
}
