import { type FareClass, type Party, partyCounts } from "../../ui/party.ts";

/** 一般運賃の方が1名様、高齢者運賃の方が2名様: by fare, so that nobody is called old or disabled to their face. */
export const spokenParty = (party: Party, classes: Readonly<Record<FareClass, string>>): string =>
  partyCounts(party)
    .map(({ fareClass, count }) => `${classes[fareClass]}運賃の方が${count}名様`)
    .join("、");
