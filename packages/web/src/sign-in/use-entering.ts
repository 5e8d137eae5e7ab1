import type { Session } from "@noriai/api";
import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { queryClient } from "../read.ts";
import { useTenancy } from "../shell/session.ts";

/** Goes in as whoever has just signed in, to where they wanted to go. */
export function useEntering(next: string | undefined): (session: Session) => Promise<void> {
  const { tenant } = useTenancy();
  const navigate = useNavigate();
  return useCallback(
    async (session) => {
      queryClient.setQueryData(["getSession", { params: { tenant } }], session);
      await queryClient.invalidateQueries({ queryKey: ["getSession"] });
      await navigate({ to: next ?? "/t/$tenant", params: { tenant }, replace: true });
    },
    [tenant, next, navigate],
  );
}
