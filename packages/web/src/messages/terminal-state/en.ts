import type { TerminalStateMessages } from "./ja.ts";

export const en: TerminalStateMessages = {
  label: "Terminal",
  battery: (percent) => `battery ${percent}%`,
  charging: "charging",
  storage: (megabytes) => `${megabytes} free`,
  signal: { good: "good signal", weak: "weak signal" },
  unsent: (count) => `${count} not sent`,
  noPosition: "position not allowed",
  goesDark: "screen goes dark",
  unseen: (minutes) => `unseen for ${minutes} min`,
  phone: (minutes) => `Not seen for ${minutes} min. Phone the driver.`,
  old: (minutes) => `terminal heard ${minutes} min ago`,
};
