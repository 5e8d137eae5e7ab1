import type { Answer } from "@noriai/api";

/** There is a way to be told by, or one that can be set up. */
export const canBeTold = ({ channels, offered }: Answer<"listMyChannels">): boolean =>
  channels.length > 0 || offered.email || offered.sms || offered.pushKey !== null;
