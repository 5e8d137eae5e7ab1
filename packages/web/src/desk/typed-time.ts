/**
 * Reads a time of day as an operator types it while listening: 930, 9:30, ９時半, 0930, 9 → "09:30" or "09:00".
 *
 * @returns nothing when it is no time of day
 */
export function typedTime(text: string): string | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "").replace("半", "30分");
  const parts =
    /^(\d{1,2})(?:[:.](\d{2})|時(?:(\d{1,2})分?)?)?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (parts === null) return undefined;
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? parts[3] ?? 0)];
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : undefined;
}

const two = (value: number): string => String(value).padStart(2, "0");
