import type { Body, Problem } from "@noriai/api";
import { useState } from "react";
import { useCommand, usePlainCommand } from "../command.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { shrinkPicture } from "./shrink-picture.ts";

export type RecordKind = Body<"addStopRecord">["kind"];

export interface RecordDraft {
  readonly kind: RecordKind;
  readonly on: string;
  readonly words: string;
  /** With a photo that riders are to see. */
  readonly picture: File | undefined;
}

/** Notes something about a marker; a photo is made small here and goes along. */
export function useRecord(stopId: string): {
  /** False where nothing was noted. */
  readonly save: (draft: RecordDraft) => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** The file chosen is no picture that can be read. */
  readonly isBad: boolean;
} {
  const { tenant } = useTenancy();
  const [isBad, setIsBad] = useState(false);
  const record = useCommand("addStopRecord");
  const photo = usePlainCommand("saveStopPhoto");
  const readAgain = useReadAgain();
  const params = { tenant, stopId };
  const send = async ({ kind, on, words, picture }: RecordDraft): Promise<boolean> => {
    const noted = words.trim() === "" ? {} : { words };
    if (kind !== "photo" || picture === undefined)
      return (await record.run({ params, body: { kind, on, ...noted } })).ok;
    const small = await shrinkPicture(picture);
    setIsBad(small === undefined);
    if (small === undefined) return false;
    return (await photo.run({ params, body: { takenOn: on, picture: small, ...noted } })).ok;
  };
  return {
    save: async (draft) => {
      const isSaved = await send(draft);
      if (isSaved) await readAgain("listPlacements", "listStopRecords");
      return isSaved;
    },
    busy: record.busy || photo.busy,
    problem: record.problem ?? photo.problem,
    isBad,
  };
}
