import type { AccountFault, SettingsFault } from "@noriai/server";
import type { Mismatch, StartFault } from "@noriai/store";
import type { MapFault, MapReport } from "@noriai/travel";
import type { AddressFault } from "./parse-addresses.ts";
import type { ArgumentFault } from "./parse-arguments.ts";
import type { FileFault } from "./read-input-file.ts";
import type { ShapeFault } from "./shape.ts";

/** Everything the command line says, in one language. Every sentence about a fault also says what to do. */
export interface Texts {
  readonly usage: string;
  readonly unknownCommand: (words: string) => string;
  readonly argumentFault: (fault: ArgumentFault) => string;
  readonly fileFault: (fault: FileFault) => string;
  readonly notJson: (file: string) => string;
  readonly mapFault: (fault: MapFault, file: string) => string;
  readonly mapReport: (report: MapReport) => readonly string[];
  readonly stopsOnRoads: (count: { readonly snapped: number; readonly all: number }) => string;
  readonly stopOffRoad: (stop: {
    readonly number: number;
    readonly name: string;
    readonly meters: number;
    readonly metersMax: number;
  }) => string;
  readonly depotOffRoad: (depot: {
    readonly vehicle: string;
    readonly name: string;
    readonly meters: number;
    readonly metersMax: number;
  }) => string;
  readonly placesOffMap: (count: { readonly stops: number; readonly depots: number }) => string;
  readonly noStopOnMap: (tenant: string) => string;
  readonly mapChecked: string;
  readonly mapSaved: (tenant: string) => string;
  readonly addressFault: (fault: AddressFault, file: string) => string;
  readonly addressesSaved: (saved: {
    readonly tenant: string;
    readonly count: number;
    readonly withoutPoint: number;
  }) => string;
  readonly unknownTenant: (missing: { readonly tenant: string; readonly known: readonly string[] }) => string;
  readonly unknownRole: (role: string) => string;
  readonly passwordPrompt: string;
  readonly passwordAgain: string;
  readonly passwordsDiffer: string;
  readonly accountFault: (fault: AccountFault) => string;
  readonly accountAdded: (account: { readonly login: string; readonly tenant: string }) => string;
  readonly notJsonTown: (file: string) => string;
  readonly townFault: (fault: ShapeFault) => string;
  readonly townNotSaved: (town: { readonly file: string; readonly faults: number }) => string;
  readonly tenantTaken: (tenant: string) => string;
  readonly tenantAdded: (town: {
    readonly id: string;
    readonly stops: number;
    readonly vehicles: number;
  }) => string;
  readonly notADate: (text: string) => string;
  readonly replayMismatch: (mismatch: Mismatch) => string;
  readonly replayOtherEngine: (engines: {
    readonly engine: string;
    readonly others: readonly string[];
  }) => string;
  readonly replayVerdict: (replay: {
    readonly tenant: string;
    readonly date: string;
    readonly decisions: number;
    readonly mismatches: number;
  }) => string;
  readonly settingsFault: (fault: SettingsFault) => string;
  readonly startFault: (fault: StartFault) => string;
}
