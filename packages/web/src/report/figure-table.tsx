/** A small table of numbers: the first column names the row. */
export function FigureTable({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly [name: string, ...numbers: number[]])[];
}) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {head.map((name, i) => (
            <th
              key={name}
              scope="col"
              className={`border-b-2 border-edge bg-white px-3 py-2 font-bold ${i === 0 ? "text-left" : "text-right"}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...numbers]) => (
          <tr key={name} className="border-b border-line">
            <th scope="row" className="px-3 py-2 text-left font-normal">
              {name}
            </th>
            {numbers.map((number, i) => (
              <td key={head[i + 1]} className="px-3 py-2 text-right tabular-nums">
                {number}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
