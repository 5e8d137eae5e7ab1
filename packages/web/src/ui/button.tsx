import { type ButtonHTMLAttributes, type ReactNode, useId } from "react";

type Look = "solid" | "outline" | "plain" | "danger";
type Size = "large" | "medium" | "small";

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> {
  readonly look?: Look;
  readonly size?: Size;
  readonly wide?: boolean;
  /** Why it cannot be pressed now; shown beneath and read with the button, which stays reachable by keyboard. */
  readonly disabledBecause?: string | undefined;
  /** Working: pressing again does nothing. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export function Button({
  look = "solid",
  size = "large",
  wide = false,
  disabledBecause,
  busy = false,
  className = "",
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const off = disabledBecause !== undefined;
  const button = (
    <button
      type="button"
      {...rest}
      aria-disabled={off || busy || undefined}
      aria-busy={busy || undefined}
      aria-describedby={off ? reasonId : rest["aria-describedby"]}
      onClick={(event) => (off || busy ? event.preventDefault() : onClick?.(event))}
      className={`${buttonLook({ look, size, wide })} ${className}`}
    />
  );
  if (!off) return button;
  return (
    <span className={`inline-flex flex-col gap-1 ${wide ? "w-full" : ""}`}>
      {button}
      <span id={reasonId} className="text-base text-quiet">
        {disabledBecause}
      </span>
    </span>
  );
}

/** A link on a line of its own: as high as a finger needs. */
export const LINK_LOOK = "inline-flex min-h-11 items-center self-start text-lg text-key-900 underline";

/** The classes of a button, also for links that lead on. */
export function buttonLook({
  look = "solid",
  size = "large",
  wide = false,
}: {
  look?: Look;
  size?: Size;
  wide?: boolean;
} = {}): string {
  return `${BASE} ${LOOKS[look]} ${SIZES[size]} ${wide ? "w-full" : ""}`;
}

const BASE =
  "inline-flex items-center justify-center gap-2 rounded-8 text-center font-bold leading-snug underline-offset-4 " +
  "hover:underline aria-disabled:border-transparent aria-disabled:bg-solid-gray-300 aria-disabled:text-solid-gray-900 " +
  "aria-disabled:no-underline";

const LOOKS: Readonly<Record<Look, string>> = {
  solid: "border-2 border-transparent bg-key-900 text-white hover:bg-key-1000 active:bg-key-1200",
  outline: "border-2 border-key-900 bg-white text-key-900 hover:bg-key-200 active:bg-key-300",
  plain:
    "border-2 border-transparent bg-transparent text-key-900 underline hover:bg-key-50 active:bg-key-100",
  danger: "border-2 border-transparent bg-error-2 text-white hover:bg-red-1000 active:bg-red-1200",
};

const SIZES: Readonly<Record<Size, string>> = {
  large: "min-h-14 px-6 py-3 text-lg",
  medium: "min-h-12 px-4 py-2 text-base",
  small: "min-h-11 px-3 py-1 text-base",
};
