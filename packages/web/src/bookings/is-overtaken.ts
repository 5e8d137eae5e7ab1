import type { Problem } from "@noriai/api";

/** Somebody else was faster: look at what they did, then decide. */
export const isOvertaken = ({ rejections }: Problem): boolean =>
  rejections?.some(({ kind }) => kind === "overtaken") === true;
