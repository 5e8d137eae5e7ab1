import type { MemberSummary } from "@noriai/api";
import { useEffect, useRef } from "react";
import { useRead } from "../../read.ts";
import { useTenancy } from "../../shell/session.ts";

/** Opens once the record of the member whose call was on the line when the desk was left. */
export function useKeptMember(keptId: string | undefined, onFound: (member: MemberSummary) => void): void {
  const { tenant } = useTenancy();
  const wanted = useRef(keptId);
  const enabled = wanted.current !== undefined;
  const { data } = useRead("getMember", { params: { tenant, memberId: wanted.current ?? "" } }, { enabled });
  useEffect(() => {
    if (data === undefined || wanted.current !== data.id) return;
    wanted.current = undefined;
    onFound(data);
  }, [data, onFound]);
}
