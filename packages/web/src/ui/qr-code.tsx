import { qrModules } from "./qr-modules.ts";

/** An address as a QR code, black on white with the quiet zone that readers need. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = qrModules(text);
  if (rows === undefined) return null; // an address longer than a code of this size; the digits are enough
  const size = rows.length + 8;
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])))
    .join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="mx-auto w-full max-w-64 bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
