import type { ReactNode } from "react";

/** One of several choices as a large card around a real radio button. */
export function ChoiceCard({
  name,
  value,
  checked,
  disabled = false,
  onChoose,
  className = "",
  children,
}: {
  name: string;
  value: string;
  checked: boolean;
  disabled?: boolean;
  onChoose: () => void;
  className?: string;
  children: ReactNode;
}) {
  return (
    <label
      className={`focus-frame flex min-h-14 items-center gap-3 rounded-8 border px-3 py-2 leading-snug has-checked:border-2 has-checked:border-key-900 has-checked:bg-key-50 has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:bg-solid-gray-50 has-disabled:text-solid-gray-700 border-edge hover:border-black ${className}`}
    >
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
        className="size-5 shrink-0 accent-key-900"
      />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
