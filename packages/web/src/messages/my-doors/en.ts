import type { MyDoorsMessages } from "./ja.ts";

export const en: MyDoorsMessages = {
  title: "More pages",
  record: "My data",
  rides: "Past rides and fares",
  helpers: "Family and other helpers",
  helping: (name) => `Book for ${name}`,
  helpingTitle: "People you can book for",
  back: "Back to your bookings",
  acts: { booked: "Booked by", changed: "Changed by", cancelled: "Cancelled by" },
  by: {
    self: "the member",
    desk: "the booking centre",
    system: "recurring booking (automatic)",
    helper: "a helper",
  },
  you: "you",
  act: (what, who) => `${what} ${who}`,
};
