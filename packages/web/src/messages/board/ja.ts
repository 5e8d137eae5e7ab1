export const ja = {};

export type BoardMessages = typeof ja;
