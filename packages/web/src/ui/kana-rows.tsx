import { KANA_ROWS, type KanaRow, kanaRowOf } from "./kana-row.ts";
import { RowButton } from "./row-button.tsx";

/** The kana table (五十音) as a row of keys: those under which something begins, and one for all. */
export function KanaRows({
  label,
  all,
  readings,
  row,
  onChoose,
}: {
  label: string;
  all: string;
  readings: readonly string[];
  row: KanaRow | undefined;
  onChoose: (row: KanaRow | undefined) => void;
}) {
  const rows = KANA_ROWS.filter((each) => readings.some((reading) => kanaRowOf(reading) === each));
  return (
    <fieldset>
      <legend className="mb-2 text-lg font-bold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        <RowButton pressed={row === undefined} onPress={() => onChoose(undefined)}>
          {all}
        </RowButton>
        {rows.map((each) => (
          <RowButton key={each} pressed={row === each} onPress={() => onChoose(each)}>
            {each}
          </RowButton>
        ))}
      </div>
    </fieldset>
  );
}
