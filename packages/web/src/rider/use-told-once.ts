import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** What the page before has done and this one is to say: the address forgets it, so that a reload does not say it again. */
export function useToldOnce<Told>(told: Told | undefined): Told | undefined {
  const [said, setSaid] = useState(told);
  const navigate = useNavigate();
  useEffect(() => {
    if (told === undefined) return;
    setSaid(told);
    void navigate({ to: ".", search: {}, replace: true });
  }, [told, navigate]);
  return said;
}
