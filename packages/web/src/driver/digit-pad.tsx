import { useMessages } from "../language.tsx";
import { terminalMessages } from "../messages/terminal/index.ts";

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** Large digits for gloves, so that the tablet's small keyboard need not come up. */
export function DigitPad({
  onDigit,
  onClear,
  onNext,
  current,
  count,
}: {
  onDigit: (digit: string) => void;
  onClear: () => void;
  /** On to the next field, while there is one. */
  onNext: (() => void) | undefined;
  current: "number" | "pin";
  count: number;
}) {
  const t = useMessages(terminalMessages);
  return (
    <fieldset>
      <legend className="mb-2 text-lg">
        {t.keys} <span className="font-bold">{t[current]}</span>
        <span role="status" className="sr-only">
          {t.digits(count)}
        </span>
      </legend>
      <div className="press-row grid grid-cols-3 gap-2">
        {DIGITS.map((digit) => (
          <Key key={digit} onPress={() => onDigit(digit)}>
            {digit}
          </Key>
        ))}
        <Key onPress={onClear}>{t.clear}</Key>
        <Key onPress={() => onDigit("0")}>0</Key>
        {onNext !== undefined && <Key onPress={onNext}>{t.next}</Key>}
      </div>
    </fieldset>
  );
}

const Key = ({ onPress, children }: { onPress: () => void; children: string }) => (
  <button
    type="button"
    onClick={onPress}
    className="press min-h-[4.75rem] rounded-12 border-4 border-edge bg-white text-3xl font-bold text-solid-gray-900 active:bg-key-200"
  >
    {children}
  </button>
);
