import type { ReactNode } from "react";
import { ScrollFrame } from "../ui/scroll-frame.tsx";

/** A table that scrolls within its own frame, its head in sight; reached and moved by keyboard. */
export function WideTable({
  label,
  head,
  children,
}: {
  label: string;
  /** Names of the columns; those over numbers stand to the right like them. */
  head: readonly (string | { readonly numeric: string })[];
  children: ReactNode;
}) {
  return (
    <ScrollFrame label={label} className="max-h-[40rem] rounded-12 border border-line">
      <table className="w-full min-w-[60rem] border-collapse text-left text-base">
        <thead>
          <tr>
            {head.map((column) => {
              const name = typeof column === "string" ? column : column.numeric;
              const side = typeof column === "string" ? "" : "text-right";
              return (
                <th
                  key={name}
                  scope="col"
                  className={`sticky top-0 border-b border-edge bg-solid-gray-50 px-3 py-2 font-bold whitespace-nowrap ${side}`}
                >
                  {name}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollFrame>
  );
}

export const Cell = ({ numeric = false, children }: { numeric?: boolean; children: ReactNode }) => (
  <td className={`px-3 py-2 align-top ${numeric ? "text-right whitespace-nowrap tabular-nums" : ""}`}>
    {children}
  </td>
);
