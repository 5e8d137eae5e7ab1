import { Link } from "@tanstack/react-router";
import { useWorld } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { startMessages } from "../messages/start/index.ts";
import { Frame } from "../shell/frame.tsx";
import { buttonLook } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { DemoTowns } from "./demo-towns.tsx";

/** The first page: the towns, and in demo mode a door into each role. */
export function StartPage() {
  const start = useMessages(startMessages);
  const { mode, tenants } = useWorld();
  return (
    <Frame>
      <div className="flex flex-col gap-8">
        <div className="max-w-4xl">
          <PageTitle title={start.title} className="md:text-[2.25rem]" />
          <p className="mt-2 text-lg">{start.lead}</p>
        </div>
        {tenants.length === 0 && <Notice tone="warning" title={start.noTowns} />}
        {mode === "demo" ? (
          <DemoTowns towns={tenants} />
        ) : (
          <section aria-label={start.towns} className="grid gap-4 md:grid-cols-2">
            {tenants.map(({ id, name }) => (
              <Card key={id}>
                <h2 className="mb-3 text-xl font-bold">{name}</h2>
                <Link to="/t/$tenant/sign-in" params={{ tenant: id }} className={buttonLook()}>
                  {start.signInAt(name)}
                </Link>
              </Card>
            ))}
          </section>
        )}
      </div>
    </Frame>
  );
}
