import type { DriverMessage } from "@noriai/booking";
import type { AccountId, DriverMessageId, DutyId, EpochSeconds, ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import {
  findDriverMessage,
  listDriverMessages,
  receiveDriverMessage,
  sendDriverMessage,
} from "../repositories/driver-messages.ts";

/** A message as it is sent. */
export type NewDriverMessage = Pick<DriverMessage, "serviceDate" | "dutyId" | "to" | "priority" | "content">;

/** A message with the accounts of those who sent and read it. */
export interface DriverMessageRecord extends DriverMessage {
  readonly sentBy: AccountId | undefined;
  readonly readBy: AccountId | undefined;
}

/** Messages between the control room and drivers; sending and reading are noted in the audit log, without words. */
export interface DriverMessageWords {
  /** Tells the pages of both sides. */
  sendDriverMessage(
    message: NewDriverMessage,
    sending: { readonly by: Actor; readonly now: EpochSeconds },
  ): Promise<DriverMessageRecord>;
  /** Notes that a message was shown or read; only the first time counts. */
  receiveDriverMessage(
    id: DriverMessageId,
    receipt: "shown" | "read",
    receiving: { readonly by: Actor; readonly now: EpochSeconds },
  ): Promise<void>;
  findDriverMessage(id: DriverMessageId): Promise<DriverMessageRecord | undefined>;
  /** In the order in which they were sent; of one duty where it is given. */
  listDriverMessages(serviceDate: ServiceDate, dutyId?: DutyId): Promise<readonly DriverMessageRecord[]>;
}

export const driverMessageWords = (context: Context): DriverMessageWords => ({
  sendDriverMessage: (message, sending) => sendDriverMessage(context, message, sending),
  receiveDriverMessage: (id, receipt, receiving) => receiveDriverMessage(context, { id, receipt }, receiving),
  findDriverMessage: (id) => findDriverMessage(context, id),
  listDriverMessages: (serviceDate, dutyId) => listDriverMessages(context, serviceDate, dutyId),
});
