import { type ReactNode, useId } from "react";
import "./screen.css";

/**
 * A button for cold fingers: at least 72 px high, its word large; higher still in the glove screen. A disabled one says why
 * beneath. The second press of a double one is a slip and counts as none: what stands there by then is another button.
 */
export function BigButton({
  look = "solid",
  label,
  disabledBecause,
  onPress,
  children,
}: {
  look?: "solid" | "outline";
  /** The whole sentence for a screen reader, where the word alone does not say for whom. */
  label?: string;
  disabledBecause?: string | undefined;
  onPress: () => void;
  children: ReactNode;
}) {
  const reasonId = useId();
  const off = disabledBecause !== undefined;
  return (
    <span className="flex min-w-36 flex-1 flex-col gap-1">
      <button
        type="button"
        aria-label={label}
        aria-disabled={off || undefined}
        aria-describedby={off ? reasonId : undefined}
        onClick={({ detail }) => !off && detail < 2 && onPress()}
        className={`press min-h-[4.75rem] w-full rounded-12 border-4 px-4 py-2 text-2xl leading-tight font-bold md:text-3xl aria-disabled:border-solid-gray-420 aria-disabled:bg-solid-gray-100 aria-disabled:text-solid-gray-700 ${LOOKS[look]}`}
      >
        {children}
      </button>
      {off && (
        <span id={reasonId} className="text-center text-lg font-bold">
          {disabledBecause}
        </span>
      )}
    </span>
  );
}

const LOOKS = {
  solid: "border-key-900 bg-key-900 text-white active:bg-key-1200",
  outline: "border-key-900 bg-white text-key-900 active:bg-key-200",
} as const;
