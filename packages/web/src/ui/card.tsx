import type { ReactNode } from "react";

/** A framed part of a page. */
export function Card({ className = "", children }: { className?: string; children: ReactNode }) {
  return <div className={`rounded-12 border border-line bg-white p-5 ${className}`}>{children}</div>;
}
