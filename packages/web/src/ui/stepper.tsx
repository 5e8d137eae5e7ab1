import type { ReactNode } from "react";

/** Counts something up and down with two large buttons. */
export function Stepper({
  label,
  hint,
  value,
  shown,
  min = 0,
  max,
  fewer,
  more,
  onChange,
}: {
  label: ReactNode;
  hint?: ReactNode;
  value: number;
  /** The value as it is written: "2人". */
  shown: string;
  min?: number;
  max: number;
  fewer: string;
  more: string;
  onChange: (value: number) => void;
}) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3">
      <p className="min-w-[min(10rem,100%)] flex-1 text-lg leading-snug">
        <span className="font-bold">{label}</span>
        {hint !== undefined && <span className="block text-base text-quiet">{hint}</span>}
      </p>
      <div className="flex items-center gap-3">
        <StepButton label={fewer} off={value <= min} onPress={() => onChange(value - 1)}>
          <path d="M5 12h14" />
        </StepButton>
        <output className="min-w-[min(3.5rem,18vw)] text-center text-xl font-bold tabular-nums">
          {shown}
        </output>
        <StepButton label={more} off={value >= max} onPress={() => onChange(value + 1)}>
          <path d="M5 12h14M12 5v14" />
        </StepButton>
      </div>
    </div>
  );
}

function StepButton({
  label,
  off,
  onPress,
  children,
}: {
  label: string;
  off: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={off || undefined}
      onClick={() => !off && onPress()}
      className="grid size-[min(3.5rem,17vw)] place-items-center rounded-full border-2 border-key-900 bg-white text-key-900 hover:bg-key-50 aria-disabled:border-solid-gray-300 aria-disabled:bg-white aria-disabled:text-solid-gray-400"
    >
      <svg
        viewBox="0 0 24 24"
        aria-hidden="true"
        className="size-7"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
      >
        {children}
      </svg>
    </button>
  );
}
