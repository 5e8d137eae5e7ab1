import { type FareClass, type Party, partyCounts } from "../../ui/party.ts";

/** 高齢者お一人、一般お二人、こども3名: counted as one says it of guests. */
export const spokenParty = (party: Party, classes: Readonly<Record<FareClass, string>>): string =>
  partyCounts(party)
    .map(({ fareClass, count }) => `${classes[fareClass]}${guests(count)}`)
    .join("、");

const guests = (count: number): string => (count === 1 ? "お一人" : count === 2 ? "お二人" : `${count}名`);
