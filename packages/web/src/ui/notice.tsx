import type { ReactNode } from "react";

type Tone = "info" | "success" | "warning" | "error";

/** A framed message. Errors are announced at once, the others when the reader pauses; `quiet` ones not at all. */
export function Notice({
  tone = "info",
  title,
  quiet = false,
  children,
}: {
  tone?: Tone;
  title?: ReactNode;
  quiet?: boolean;
  children?: ReactNode;
}) {
  const role = quiet ? undefined : tone === "error" ? "alert" : "status";
  return (
    <div
      role={role}
      className={`flex gap-3 rounded-8 border-2 border-l-8 bg-white px-4 py-3 ${TONES[tone].frame}`}
    >
      <ToneMark tone={tone} />
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="phrase text-lg font-bold">{title}</p>}
        {children}
      </div>
    </div>
  );
}

function ToneMark({ tone }: { tone: Tone }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={`mt-1 size-6 shrink-0 ${TONES[tone].mark}`}
      fill="currentColor"
    >
      <path d={TONES[tone].path} />
    </svg>
  );
}

const DISC = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z";
const TONES: Readonly<Record<Tone, { frame: string; mark: string; path: string }>> = {
  info: {
    frame: "border-key-900",
    mark: "text-key-900",
    path: `${DISC}m-1.200 4.500h2.400v2.400h-2.400zm0 4.500h2.400v6.500h-2.400z`,
  },
  success: {
    frame: "border-success-2",
    mark: "text-success-2",
    path: `${DISC}m-1.600 14.400-4-4 1.600-1.600 2.400 2.400 5.600-5.600 1.600 1.600z`,
  },
  warning: {
    frame: "border-warning-yellow-2",
    mark: "text-warning-yellow-2",
    path: "M12 2 1 21h22zm-1.100 7h2.200v6h-2.200zm0 7.500h2.200v2.200h-2.200z",
  },
  error: {
    frame: "border-error-1",
    mark: "text-error-2",
    path: `${DISC}m-1.200 4.500h2.400v7h-2.400zm0 8.800h2.400v2.400h-2.400z`,
  },
};
