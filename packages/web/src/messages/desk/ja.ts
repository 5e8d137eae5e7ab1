export const ja = {};

export type DeskMessages = typeof ja;
