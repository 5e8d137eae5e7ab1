import type { Board } from "@noriai/api";
import { useEffect, useRef, useState } from "react";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";

/** So long a slider must rest before the day is asked for. */
const REST_MS = 120;

/** The board at a moment; while it is fetched, the one before. */
export function usePastBoard(date: string, moment: number) {
  const { tenant } = useTenancy();
  const [asked, ask] = useState(moment);
  useEffect(() => {
    const timer = setTimeout(() => ask(moment), REST_MS);
    return () => clearTimeout(timer);
  }, [moment]);
  const at = new Date(asked * 1000).toISOString();
  const { data, error } = useRead("getPastBoard", { params: { tenant, serviceDate: date }, query: { at } });
  const last = useRef<Board>(undefined);
  if (data !== undefined) last.current = data.board;
  const board = last.current?.serviceDate === date ? last.current : undefined;
  return { board, error };
}
