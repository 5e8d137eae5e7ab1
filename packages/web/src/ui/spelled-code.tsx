/** A boarding code (乗車番号): read out figure by figure, not as a number of thousands. */
export function SpelledCode({ code }: { code: string }) {
  return (
    <>
      <span aria-hidden>{code}</span>
      <span className="sr-only">{[...code].join(" ")}</span>
    </>
  );
}
