import type { DemoBarMessages } from "./ja.ts";

export const en: DemoBarMessages = {
  time: "Demo time",
  controls: "Move the demo time",
  pause: "Pause",
  run: (rate) => `×${rate}`,
  runLabel: (rate) => `Run at ${rate} times real speed`,
  paused: "Paused",
  liven: "Bring the town to life",
  still: "Stop the town",
  lives: "Bookings, calls and driving go on by themselves",
  jump: "Set time",
  jumpTitle: "Change the demo time",
  jumpDate: "Date",
  jumpTime: "Time",
  jumpTo: "Set this time",
  jumpHint: "Only the demo's clock moves. Real time stays as it is.",
};
