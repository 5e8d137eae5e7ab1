import type { StartMessages } from "./ja.ts";

export const en: StartMessages = {
  title: "Shared local transport, from booking to report",
  lead: "Vehicles run from stop to stop as people book them. Please choose your area.",
  demoTitle: (town) => `Try it out: ${town}`,
  demoLead:
    "A town for trying things out. Choose a role and you are in at once, without registering. All names of people are made up.",
  enter: (role) => `Enter as ${role}`,
  roleFor: {
    rider: "Choose stops and a time, book, and see when the vehicle comes.",
    call_operator: "Find a member and book on the spot while on the phone.",
    driver: "See the next stop; record who boards and alights, and the fare.",
    transport_operator: "Watch the vehicles and bookings of the day as they move.",
    municipality: "See how the service runs, the boarding records and the fares.",
    auditor: "Check the records and the log of actions, without changing them.",
  },
  tip: "Enter another role in a separate browser window (for instance a private window) to see a booking arrive on the driver's screen.",
  towns: "Areas",
  demoTowns: "Town to try",
  signInAt: (town) => `Sign in to ${town}`,
  noTowns: "No area has been set up yet. Please ask your administrator.",
};
