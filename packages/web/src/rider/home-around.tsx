import { IntakeBanner } from "../intake/intake-banner.tsx";
import { HelpingDoors, MyDoors } from "../my/my-doors.tsx";
import { ChannelSettings } from "../notices/channel-settings.tsx";
import { RecurringDoor } from "../recurring/recurring-page.tsx";
import { StopsDoor } from "../stops/stops-door.tsx";
import { MyWaiting } from "../waiting/my-waiting.tsx";
import { OpenReturns } from "./open-returns.tsx";

export { JustBookedReturn } from "./open-returns.tsx";

/** What a rider has to know before anything else, on the few days when there is something. */
export function HomeNews({ onBooked }: { onBooked: () => void }) {
  return (
    <>
      <IntakeBanner channel="web" />
      <MyWaiting onBooked={onBooked} />
    </>
  );
}

/** What else there is on the rider's home. It comes after the ticket and the door to booking, which never wait for it. */
export function HomeDoors() {
  return (
    <>
      <OpenReturns />
      <RecurringDoor />
      <StopsDoor />
      <ChannelSettings />
      <HelpingDoors />
      <MyDoors />
    </>
  );
}
