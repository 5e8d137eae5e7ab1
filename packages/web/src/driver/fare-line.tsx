import type { TaskRider } from "@noriai/api";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { driverMessages } from "../messages/driver/index.ts";
import { useFormat } from "../shell/session.ts";
import { BigButton } from "./big-button.tsx";
import { type Collected, FareDialog } from "./fare-dialog.tsx";
import type { RecordedEvent } from "./recorded-event.ts";
import { usePaid } from "./recording.tsx";

/** What the party pays, line by line, and whether it has; a wrong record can be corrected. 仕様書 5-(3)-① */
export function FareLine({
  rider,
  offers,
  record,
}: {
  rider: TaskRider;
  /** Offer the buttons to collect and to correct. */
  offers: boolean;
  record: (event: RecordedEvent) => void;
}) {
  const t = useMessages(driverMessages);
  const format = useFormat();
  const [collects, setCollects] = useState(false);
  const { fare, collected, bookingId, actions } = rider;
  const mayCollect = offers && actions.includes("collect") && collected === null && fare.total > 0;
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
        {collected !== null && <Paid rider={rider} collected={collected} offers={offers} record={record} />}
      </p>
      {mayCollect && (
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
        onCollected={(paid) => record({ kind: "fare-collected", bookingId, ...paid })}
      />
    </>
  );
}

/**
 * What was taken and how. It is corrected by taking the record back and making another, or none where nothing was taken:
 * all of them stay on record.
 */
function Paid({
  rider,
  collected,
  offers,
  record,
}: {
  rider: TaskRider;
  collected: number;
  offers: boolean;
  record: (event: RecordedEvent) => void;
}) {
  const t = useMessages(driverMessages);
  const { fare: words } = useMessages(driveScreenMessages);
  const format = useFormat();
  const [corrects, setCorrects] = useState(false);
  const paid = usePaid(rider);
  const { bookingId } = rider;
  const correct = (now: Collected) => {
    if (paid === undefined) return;
    record({ kind: "undone", eventId: paid.eventId });
    record({ kind: "fare-collected", bookingId, ...now });
  };
  return (
    <>
      <span className="font-bold text-success-2">
        {t.collected(format.yen(collected))}
        {paid && `（${words.by[paid.means]}）`}
      </span>
      {offers && paid !== undefined && (
        <button
          type="button"
          aria-label={words.correctOf(rider.calledName)}
          onClick={() => setCorrects(true)}
          className="min-h-14 min-w-20 rounded-8 border-2 border-key-900 bg-white px-4 text-lg font-bold text-key-900 active:bg-key-200"
        >
          {words.correct}
        </button>
      )}
      {paid !== undefined && (
        <FareDialog
          rider={rider}
          before={{ amount: collected, means: paid.means }}
          open={corrects}
          onClose={() => setCorrects(false)}
          onCollected={correct}
          onTakenBack={() => record({ kind: "undone", eventId: paid.eventId })}
        />
      )}
    </>
  );
}
