import type { TaskRider } from "@noriai/api";
import { useState } from "react";
import { useNow } from "../clock.tsx";
import { epochMs } from "../format.ts";
import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { useFormat } from "../shell/session.ts";
import { BigButton } from "./big-button.tsx";
import { FareLine } from "./fare-line.tsx";
import { NoShowDialog } from "./no-show-dialog.tsx";
import { PartyLine } from "./party-line.tsx";
import type { RecordedEvent } from "./recorded-event.ts";

/** One party at the stop at hand, with the buttons that its state allows. */
export function RiderRow({
  rider,
  move,
  here,
  record,
}: {
  rider: TaskRider;
  move: "boards" | "alights";
  here: boolean;
  record: (event: RecordedEvent) => void;
}) {
  const t = useMessages(driverMessages);
  const { bookingId, calledName } = rider;
  const may = (action: TaskRider["actions"][number]) => here && rider.actions.includes(action);
  return (
    <>
      <PartyLine rider={rider} />
      <FareLine rider={rider} offers={here} record={record} />
      <div className="press-row mt-3 flex flex-wrap gap-3 empty:hidden">
        {move === "alights" && may("alight") && (
          <BigButton
            label={t.forRider(t.alighted, calledName)}
            onPress={() => record({ kind: "alighted", bookingId })}
          >
            {t.alighted}
          </BigButton>
        )}
        {move === "boards" && may("board") && (
          <BigButton
            label={t.forRider(t.boarded, calledName)}
            onPress={() => record({ kind: "boarded", bookingId })}
          >
            {t.boarded}
          </BigButton>
        )}
        {move === "boards" && (may("no-show") || waitsForRider(rider, here)) && (
          <NoShow rider={rider} record={record} />
        )}
      </div>
    </>
  );
}

/** At the stop and neither aboard nor given up: the button for a no-show is there and says until when to wait. */
const waitsForRider = ({ state, noShowFrom }: TaskRider, here: boolean): boolean =>
  here && state === "boarding" && noShowFrom !== undefined;

function NoShow({ rider, record }: { rider: TaskRider; record: (event: RecordedEvent) => void }) {
  const t = useMessages(driverMessages);
  const format = useFormat();
  const now = useNow();
  const [asks, setAsks] = useState(false);
  const { bookingId, calledName, noShowFrom } = rider;
  const tooEarly = noShowFrom !== undefined && now * 1000 < epochMs(noShowFrom);
  return (
    <>
      <BigButton
        look="outline"
        label={t.forRider(t.noShow, calledName)}
        disabledBecause={tooEarly ? t.noShowFrom(format.time(noShowFrom)) : undefined}
        onPress={() => setAsks(true)}
      >
        {t.noShow}
      </BigButton>
      <NoShowDialog
        name={calledName}
        open={asks}
        onClose={() => setAsks(false)}
        onConfirm={() => record({ kind: "no-show", bookingId })}
      />
    </>
  );
}
