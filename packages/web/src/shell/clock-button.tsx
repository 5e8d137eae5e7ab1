/** A small white button on the demo's dark bar. */
export function ClockButton({
  label,
  pressed,
  busy = false,
  onPress,
  children,
}: {
  label?: string;
  pressed?: boolean;
  busy?: boolean;
  onPress: () => unknown;
  children: string;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={busy}
      onClick={() => void (busy || onPress())}
      className="min-h-11 rounded-8 border-2 border-white/60 px-2 text-base sm:px-3 font-bold text-white hover:bg-white/20 aria-pressed:border-white aria-pressed:bg-white aria-pressed:text-key-1200"
    >
      {children}
    </button>
  );
}
