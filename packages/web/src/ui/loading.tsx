import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";

export function Loading() {
  const t = useMessages(shellMessages);
  return (
    <p role="status" className="flex items-center gap-3 py-6 text-lg text-quiet">
      <span
        aria-hidden="true"
        className="size-6 animate-spin rounded-full border-4 border-key-100 border-t-key-900 motion-reduce:animate-none"
      />
      {t.loading}
    </p>
  );
}
