import type { TripNeed } from "@noriai/api";
import { lazy, Suspense } from "react";
import { IfItComes } from "../ui/if-it-comes.tsx";

// Most rides need nothing: their riders do not fetch the words.
const ToldNeeds = lazy(async () => ({ default: (await import("./told-needs.tsx")).ToldNeeds }));

/** The needs of a ride among its facts; nothing where there are none. */
export const NeedsLine = ({ needs = [] }: { needs: readonly TripNeed[] | undefined }) =>
  needs.length > 0 && (
    <IfItComes>
      <Suspense>
        <ToldNeeds needs={needs} />
      </Suspense>
    </IfItComes>
  );
