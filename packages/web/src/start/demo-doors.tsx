import type { World } from "@noriai/api";
import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { startMessages } from "../messages/start/index.ts";
import { queryClient } from "../read.ts";
import { ownPageOf, type Role } from "../roles.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { RolePicture } from "./role-picture.tsx";

const ORDER = [
  "rider",
  "call_operator",
  "driver",
  "transport_operator",
  "municipality",
  "auditor",
] as const satisfies readonly Role[];

/** One-click entry into each role of a demo town. Exists in demo mode only: the server knows no such door otherwise. */
export function DemoDoors({ town }: { town: World["tenants"][number] }) {
  const { roles } = useMessages(shellMessages);
  const start = useMessages(startMessages);
  const titleId = useId();
  const navigate = useNavigate();
  const enterDemo = usePlainCommand("enterDemo");
  const enter = async (role: Role) => {
    const params = { tenant: town.id };
    const entered = await enterDemo.run({ params, body: { role } });
    if (!entered.ok) return;
    sessionStorage.clear();
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "getWorld" });
    queryClient.setQueryData(["getSession", { params }], entered.value);
    await navigate({ to: ownPageOf(role).path, params });
  };
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-4">
      <div className="max-w-4xl">
        <h2 id={titleId} className="text-2xl leading-normal font-bold">
          {start.demoTitle(town.name)}
        </h2>
        <p className="mt-1">{start.demoLead}</p>
      </div>
      {enterDemo.problem !== undefined && <ProblemNotice problem={enterDemo.problem} />}
      <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {ORDER.map((role) => (
          <li key={role} className="flex flex-col gap-3 rounded-12 border border-line p-5">
            <div className="flex items-center gap-3">
              <RolePicture role={role} />
              <h3 className="text-xl font-bold">{roles[role]}</h3>
            </div>
            <p className="flex-1">{start.roleFor[role]}</p>
            <Button
              look={role === "rider" ? "solid" : "outline"}
              size="medium"
              wide
              busy={enterDemo.busy}
              onClick={() => void enter(role)}
            >
              {start.enter(roles[role])}
            </Button>
          </li>
        ))}
      </ul>
      <p className="max-w-4xl text-quiet">{start.tip}</p>
    </section>
  );
}
