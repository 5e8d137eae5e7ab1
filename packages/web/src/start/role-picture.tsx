import type { Role } from "../roles.ts";

/** A small picture of what a role does; decoration only. */
export function RolePicture({ role }: { role: Role }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-12 shrink-0 place-items-center rounded-full bg-key-50 text-key-900"
    >
      <svg
        viewBox="0 0 24 24"
        aria-hidden="true"
        className="size-7"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.800"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={PICTURES[role]} />
      </svg>
    </span>
  );
}

const PICTURES: Readonly<Record<Role, string>> = {
  rider:
    "M12 7.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM9 21v-6H7.500v-4a2 2 0 0 1 2-2h5a2 2 0 0 1 2 2v4H15v6z",
  call_operator:
    "M4 14v-2a8 8 0 0 1 16 0v2M4 14h3v5H5a1 1 0 0 1-1-1zm16 0h-3v5h2a1 1 0 0 0 1-1zM17 19c0 1.500-1.500 2.500-4 2.500",
  driver:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zm0-6.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM3.300 10.500l6.300.8m11.100-.8-6.300.8M12 14.500V21",
  transport_operator:
    "M3 7.500A1.500 1.500 0 0 1 4.500 6h11L20 9.500l1 3V17H3zM3 12h18M9 6v6m6-6v6M7 19a1.800 1.800 0 1 0 0-3.600A1.800 1.800 0 0 0 7 19zm10 0a1.800 1.800 0 1 0 0-3.600 1.800 1.800 0 0 0 0 3.600z",
  municipality: "M4 21V9l8-5 8 5v12M2.500 21h19M8 12.500v5m4-5v5m4-5v5",
  auditor:
    "M6 3h8l4 4v5M6 3v18h6M14 3v4h4M9 11h5m-5 4h3m5.500 4a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zm2 0 2 2",
};
