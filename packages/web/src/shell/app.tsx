import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { WorldProvider } from "../clock.tsx";
import { LanguageProvider, useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { queryClient } from "../read.ts";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { router } from "./router.tsx";

export function App() {
  return (
    <LanguageProvider>
      <QueryClientProvider client={queryClient}>
        <WorldProvider waiting={<Waiting />} failed={(retry) => <Unreachable onRetry={retry} />}>
          <RouterProvider router={router} />
        </WorldProvider>
      </QueryClientProvider>
    </LanguageProvider>
  );
}

function Waiting() {
  const t = useMessages(shellMessages);
  return (
    <main className="p-6">
      <h1 className="sr-only">{t.product}</h1>
      <Loading />
    </main>
  );
}

function Unreachable({ onRetry }: { onRetry: () => void }) {
  const t = useMessages(shellMessages);
  return (
    <main className="mx-auto max-w-3xl p-6">
      <h1 className="mb-4 text-2xl font-bold">{t.product}</h1>
      <Notice tone="error" title={t.unreachable}>
        <Button look="outline" size="medium" className="mt-2" onClick={onRetry}>
          {t.retry}
        </Button>
      </Notice>
    </main>
  );
}
