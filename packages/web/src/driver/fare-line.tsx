import type { TaskRider } from "@noriai/api";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { useFormat } from "../shell/session.ts";
import { BigButton } from "./big-button.tsx";
import { FareDialog } from "./fare-dialog.tsx";
import type { RecordedEvent } from "./recorded-event.ts";

/** What the party pays, line by line, and whether it has. 仕様書 5-(3)-① */
export function FareLine({
  rider,
  offers,
  record,
}: {
  rider: TaskRider;
  /** Offer the button to collect. */
  offers: boolean;
  record: (event: RecordedEvent) => void;
}) {
  const t = useMessages(driverMessages);
  const format = useFormat();
  const [collects, setCollects] = useState(false);
  const { fare, collected, bookingId } = rider;
  return (
    <>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-4 text-lg">
        <span>
          {t.fare}{" "}
          {fare.lines
            .map(({ fareClass, count, unit }) =>
              t.fareLine(t.classes[fareClass], unit === 0 ? t.free : format.yen(unit), count),
            )
            .join("・")}
        </span>
        <span className="text-2xl font-bold tabular-nums">
          {fare.total === 0 ? t.free : format.yen(fare.total)}
        </span>
        {collected !== null && (
          <span className="font-bold text-success-2">{t.collected(format.yen(collected))}</span>
        )}
      </p>
      {offers && rider.actions.includes("collect") && collected === null && fare.total > 0 && (
        <div className="mt-2 flex">
          <BigButton
            look="outline"
            label={`${t.riderName(rider.calledName)} ${t.collect(format.yen(fare.total))}`}
            onPress={() => setCollects(true)}
          >
            {t.collect(format.yen(fare.total))}
          </BigButton>
        </div>
      )}
      <FareDialog
        rider={rider}
        open={collects}
        onClose={() => setCollects(false)}
        onCollected={(amount, means) => record({ kind: "fare-collected", bookingId, amount, means })}
      />
    </>
  );
}
