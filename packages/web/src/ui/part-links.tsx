import { Link, type LinkProps } from "@tanstack/react-router";

/** The parts of a page that is too much for one: each has its own address, and one of them is shown. */
export function PartLinks({
  label,
  parts,
}: {
  label: string;
  parts: readonly {
    readonly name: string;
    readonly to: Pick<LinkProps, "to" | "params" | "search">;
    readonly isShown: boolean;
  }[];
}) {
  return (
    <nav aria-label={label} className="no-print mt-4 mb-6 border-b border-line">
      <ul className="flex flex-wrap gap-1">
        {parts.map(({ name, to, isShown }) => (
          <li key={name}>
            <Link
              {...to}
              aria-current={isShown ? "page" : undefined}
              className="flex min-h-11 items-center border-b-4 border-transparent px-3 text-lg font-bold text-key-900 hover:underline aria-[current=page]:border-key-900 aria-[current=page]:text-solid-gray-900"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
