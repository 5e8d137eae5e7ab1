import type { ReactNode } from "react";

type Tone = "key" | "success" | "warning" | "error" | "gray";

/** A short state word. The word carries the meaning; the colour only helps. */
export function Badge({ tone = "gray", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`inline-block rounded-4 border px-2 text-base leading-relaxed font-bold ${TONES[tone]}`}>
      {children}
    </span>
  );
}

const TONES: Readonly<Record<Tone, string>> = {
  key: "border-key-900 bg-key-50 text-key-1000",
  success: "border-success-2 bg-green-50 text-green-1000",
  warning: "border-warning-yellow-2 bg-yellow-50 text-yellow-1200",
  error: "border-error-2 bg-red-50 text-red-1000",
  gray: "border-edge bg-solid-gray-50 text-solid-gray-800",
};
