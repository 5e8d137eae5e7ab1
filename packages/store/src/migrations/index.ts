import type { Migration } from "kysely/migration";
import * as firstTables from "./0001-first-tables.ts";
import * as bookingHistoryAndUpkeep from "./0002-booking-history-and-upkeep.ts";
import * as decisionLog from "./0003-decision-log.ts";
import * as intakeStops from "./0004-intake-stops.ts";
import * as delayCalls from "./0005-delay-calls.ts";
import * as calls from "./0006-calls.ts";
import * as notices from "./0007-notices.ts";
import * as driverMessages from "./0007b-driver-messages.ts";
import * as membersAndNoShows from "./0008-members-and-no-shows.ts";
import * as waitingList from "./0009-waiting-list.ts";
import * as recurring from "./0010-recurring.ts";
import * as unmet from "./0010b-unmet.ts";
import * as crewAndDevices from "./0011-crew-and-devices.ts";
import * as pastDays from "./0012-past-days.ts";
import * as registrations from "./0013-registrations.ts";
import * as signIn from "./0014-sign-in.ts";
import * as stops from "./0016-stops.ts";
import * as stopPhotos from "./0016b-stop-photos.ts";
import * as ownData from "./0017-own-data.ts";
import * as deviceLogs from "./0018-device-logs.ts";
import * as terminalStates from "./0019-terminal-states.ts";
import * as claimedPhones from "./0020-claimed-phones.ts";
import * as farClocks from "./0021-far-clocks.ts";
import * as toldHelpers from "./0022-told-helpers.ts";

/** Every step that the database takes, in order. A step that was released is never edited; a new one is added. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-first-tables": firstTables,
  "0002-booking-history-and-upkeep": bookingHistoryAndUpkeep,
  "0003-decision-log": decisionLog,
  "0004-intake-stops": intakeStops,
  "0005-delay-calls": delayCalls,
  "0007-notices": notices,
  "0007b-driver-messages": driverMessages,
  "0006-calls": calls,
  "0010-recurring": recurring,
  "0010b-unmet": unmet,
  "0008-members-and-no-shows": membersAndNoShows,
  "0011-crew-and-devices": crewAndDevices,
  "0009-waiting-list": waitingList,
  "0012-past-days": pastDays,
  "0013-registrations": registrations,
  "0014-sign-in": signIn,
  "0016-stops": stops,
  "0016b-stop-photos": stopPhotos,
  "0017-own-data": ownData,
  "0018-device-logs": deviceLogs,
  "0019-terminal-states": terminalStates,
  "0020-claimed-phones": claimedPhones,
  "0021-far-clocks": farClocks,
  "0022-told-helpers": toldHelpers,
};
