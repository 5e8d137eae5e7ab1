import { Link } from "@tanstack/react-router";
import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { buttonLook } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { Frame } from "./frame.tsx";

export function NotFound() {
  const { gate, signIn } = useMessages(shellMessages);
  return (
    <Frame>
      <PageTitle title={gate.notFoundTitle} />
      <p className="my-4 text-lg">{gate.notFound}</p>
      <Link to="/" className={buttonLook()}>
        {signIn.toStart}
      </Link>
    </Frame>
  );
}
