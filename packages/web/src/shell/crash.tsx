import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { Button } from "../ui/button.tsx";

/** A bug of ours: says so plainly, keeps what was typed (it lives in the window's storage), offers to open again. */
export function Crash() {
  const { crash } = useMessages(shellMessages);
  return (
    <main className="mx-auto max-w-3xl p-6">
      <h1 className="text-2xl font-bold">{crash.title}</h1>
      <p className="my-4 text-lg">{crash.lead}</p>
      <Button onClick={() => location.reload()}>{crash.reload}</Button>
    </main>
  );
}
