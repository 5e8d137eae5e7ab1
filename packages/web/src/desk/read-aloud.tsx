import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";

/** Sentences for the caller's ear, set large and one to a line so that the operator does not lose the place. */
export function ReadAloud({ lines }: { lines: readonly string[] }) {
  const t = useMessages(deskMessages);
  return (
    <div className="my-2 rounded-8 bg-key-50 p-4 text-solid-gray-900">
      <p className="text-base text-quiet">{t.offer.readAloud}</p>
      {lines.map((line) => (
        <p key={line} className="phrase mt-1 text-xl leading-relaxed">
          {line}
        </p>
      ))}
    </div>
  );
}
