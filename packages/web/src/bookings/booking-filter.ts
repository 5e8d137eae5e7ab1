import type { Query } from "@noriai/api";

/** What an operator asks the list for. Empty texts are not asked for. */
export interface BookingFilter {
  readonly from: string;
  readonly to: string;
  readonly state: string;
  readonly channel: string;
  readonly stopId: string;
  readonly vehicleId: string;
  /** A boarding code, as typed. */
  readonly code: string;
  readonly atRisk: boolean;
  /** The member is known by the id; the name is only to be read. */
  readonly member: { readonly id: string; readonly name: string } | undefined;
}

/** The days that are worked on: from today on as far as one can book. */
export const firstFilter = ({ from, to }: Pick<BookingFilter, "from" | "to">): BookingFilter => ({
  from,
  to,
  state: "",
  channel: "",
  stopId: "",
  vehicleId: "",
  code: "",
  atRisk: false,
  member: undefined,
});

/** The query for a page of the list. */
export const queryOf = (filter: BookingFilter, page: number): Query<"listBookings"> => ({
  from: filter.from,
  to: filter.to,
  ...(filter.state !== "" && { state: filter.state as "ahead" }),
  ...(filter.channel !== "" && { channel: filter.channel as "web" }),
  ...(filter.stopId !== "" && { stopId: filter.stopId }),
  ...(filter.vehicleId !== "" && { vehicleId: filter.vehicleId }),
  ...(codeOf(filter) !== "" && { code: codeOf(filter) }),
  ...(filter.atRisk && { atRisk: "yes" as const }),
  ...(filter.member && { memberId: filter.member.id }),
  page,
});

/** The digits of it, however they were typed. */
const codeOf = ({ code }: BookingFilter): string => code.normalize("NFKC").replace(/\D/g, "");
