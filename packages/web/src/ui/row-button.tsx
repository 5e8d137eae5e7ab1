/** A key of the kana table (五十音), or of any other small row of choices. */
export function RowButton({
  pressed,
  onPress,
  children,
}: {
  pressed: boolean;
  onPress: () => void;
  children: string;
}) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className="min-h-12 min-w-12 rounded-8 border border-edge bg-white px-3 text-lg font-bold text-key-900 hover:bg-key-50 aria-pressed:border-key-900 aria-pressed:bg-key-900 aria-pressed:text-white"
    >
      {children}
    </button>
  );
}
