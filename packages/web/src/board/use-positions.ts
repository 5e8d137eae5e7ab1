import type { Answer } from "@noriai/api";
import { useMemo } from "react";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";

type Position = Answer<"getPositions">["positions"][number];

/** Where each vehicle was last heard of on a day; fetched with every report, apart from the board with its riders. */
export function usePositions(date: string): ReadonlyMap<string, Position> {
  const { tenant } = useTenancy();
  const { data } = useRead("getPositions", { params: { tenant }, query: { date } });
  return useMemo(() => new Map(data?.positions.map((one) => [one.vehicleId, one])), [data]);
}
