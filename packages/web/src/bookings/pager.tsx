import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { Button } from "../ui/button.tsx";

/** Turns the pages of a list; nothing where there is only one. */
export function Pager({
  page,
  pages,
  onTurn,
}: {
  page: number;
  pages: number;
  onTurn: (page: number) => void;
}) {
  const { pager: t } = useMessages(bookingsMessages);
  if (pages < 2) return null;
  return (
    <nav aria-label={t.label} className="mt-4 flex flex-wrap items-start gap-3">
      <Button
        look="outline"
        size="small"
        disabledBecause={page <= 1 ? t.first : undefined}
        onClick={() => onTurn(page - 1)}
      >
        {t.before}
      </Button>
      <p className="min-h-11 content-center tabular-nums" role="status">
        {t.at(page, pages)}
      </p>
      <Button
        look="outline"
        size="small"
        disabledBecause={page >= pages ? t.last : undefined}
        onClick={() => onTurn(page + 1)}
      >
        {t.after}
      </Button>
    </nav>
  );
}
