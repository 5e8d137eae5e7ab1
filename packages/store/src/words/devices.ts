import type { DeviceId, DriverId, EpochSeconds, ServiceDate, VehicleId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import {
  addDevice,
  bindDevice,
  changeDevice,
  findDeviceByToken,
  issueDeviceCode,
  listDevices,
  setDeviceLock,
  signOutDevice,
  touchDevice,
} from "../repositories/devices.ts";
import type { Acting } from "./crew.ts";

/** The terminals that were lent out (端末台帳). 仕様書 3-(2)-③ */
export interface DeviceWords {
  addDevice(device: NewDevice, acting: Acting): Promise<DeviceRecord>;
  changeDevice(id: DeviceId, device: NewDevice, acting: Acting): Promise<DeviceRecord | undefined>;
  listDevices(): Promise<readonly DeviceRecord[]>;
  /** A code by which one terminal becomes this device, once; an earlier code is worth nothing then. */
  issueDeviceCode(
    id: DeviceId,
    code: { readonly hash: string; readonly expiresAt: EpochSeconds },
    acting: Acting,
  ): Promise<boolean>;
  /** Uses a code up. Whoever was this device before is it no more. @returns the device, or nothing for a code that is not good */
  bindDevice(codeHash: string, tokenHash: string, now: EpochSeconds): Promise<DeviceRecord | undefined>;
  /** Locked and returned ones are not found. */
  findDeviceByToken(tokenHash: string): Promise<DeviceRecord | undefined>;
  /** Ends every session at the device. @returns the hashes of their tokens, or nothing where there is no such device */
  signOutDevice(id: DeviceId, acting: Acting): Promise<readonly string[] | undefined>;
  /** A locked device opens nothing until it is unlocked; its sessions end. */
  setDeviceLock(id: DeviceId, isLocked: boolean, acting: Acting): Promise<readonly string[] | undefined>;
  /** Notes that the device was heard of; at most once a minute. */
  touchDevice(id: DeviceId, now: EpochSeconds): Promise<void>;
}

export interface NewDevice {
  readonly label: string;
  readonly vehicle?: VehicleId;
  /** Serial number, SIM or line, and who holds it; sealed at rest. */
  readonly serial: string;
  readonly sim: string;
  readonly holder: string;
  readonly lentOn?: ServiceDate;
  readonly returnedOn?: ServiceDate;
}

/** Which terminal a session stands at, and who signed in there. */
export interface TerminalSession {
  readonly device: DeviceId;
  readonly driver: DriverId;
}

export interface DeviceRecord extends NewDevice {
  readonly id: DeviceId;
  readonly boundAt?: EpochSeconds;
  readonly lockedAt?: EpochSeconds;
  readonly lastSeenAt?: EpochSeconds;
  /** Sessions that stand at it. */
  readonly sessions: number;
}

export const deviceWords = (context: Context): DeviceWords => ({
  addDevice: (device, acting) => addDevice(context, device, acting),
  changeDevice: (id, device, acting) => changeDevice(context, { id, device }, acting),
  listDevices: () => listDevices(context),
  issueDeviceCode: (id, code, acting) => issueDeviceCode(context, { id, code }, acting),
  bindDevice: (codeHash, tokenHash, now) => bindDevice(context, { codeHash, tokenHash }, now),
  findDeviceByToken: (tokenHash) => findDeviceByToken(context, tokenHash),
  signOutDevice: (id, acting) => signOutDevice(context, id, acting),
  setDeviceLock: (id, isLocked, acting) => setDeviceLock(context, { id, isLocked }, acting),
  touchDevice: (id, now) => touchDevice(context, id, now),
});
