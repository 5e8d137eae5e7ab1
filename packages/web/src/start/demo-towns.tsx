import type { World } from "@noriai/api";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { startMessages } from "../messages/start/index.ts";
import { ChoiceCard } from "../ui/choice-card.tsx";
import { DemoDoors } from "./demo-doors.tsx";

/** The demo's towns, one at a time; with a choice only where there are several. */
export function DemoTowns({ towns }: { towns: World["tenants"] }) {
  const start = useMessages(startMessages);
  const [chosen, setChosen] = useState(towns[0]?.id);
  const town = towns.find(({ id }) => id === chosen);
  return (
    <>
      {towns.length > 1 && (
        <fieldset>
          <legend className="mb-2 text-lg font-bold">{start.demoTowns}</legend>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-3">
            {towns.map(({ id, name }) => (
              <ChoiceCard
                key={id}
                name="town"
                value={id}
                checked={id === chosen}
                onChoose={() => setChosen(id)}
              >
                <span className="text-lg font-bold">{name}</span>
              </ChoiceCard>
            ))}
          </div>
        </fieldset>
      )}
      {town !== undefined && <DemoDoors key={town.id} town={town} />}
    </>
  );
}
