import type { ReactNode } from "react";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";

/** A sentence for the caller's ear, set large so that the operator reads it without losing the line. */
export function ReadAloud({ children }: { children: ReactNode }) {
  const t = useMessages(deskMessages);
  return (
    <p className="phrase my-2 rounded-8 bg-key-50 p-4 text-xl leading-loose text-solid-gray-900">
      <span className="mb-1 block text-base leading-normal text-quiet">{t.offer.readAloud}</span>
      {children}
    </p>
  );
}
