import type { StopSign } from "@noriai/booking";
import type { FacilityStop } from "./ube-stops.ts";

/**
 * How each boarding point is found on the ground: by the kind of place where one waits, and more for some that people ask
 * about. Invented like the waiting places themselves.
 */
export function signOf({ facility, guidance }: Pick<FacilityStop, "facility" | "guidance">): StopSign {
  const kind = KINDS.find(({ at }) => guidance.includes(at));
  return { ...kind?.sign, ...MORE[facility] };
}

/** The first that fits counts: before the gate of a shrine one also waits beside its car park. */
const KINDS: readonly { readonly at: string; readonly sign: StopSign }[] = [
  {
    at: "正面玄関",
    sign: {
      side: "玄関側（敷地の中）",
      walk: "敷地に入り、正面玄関の右手に標識があります。",
      winter: "雪の日は玄関の屋根の下でお待ちください。車が玄関の前まで入ります。",
    },
  },
  {
    at: "正門",
    sign: {
      side: "学校側の歩道",
      walk: "正門に向かって左の、フェンスの前に標識があります。",
      winter: "雪の日は除雪された歩道でお待ちください。車道には出ないでください。",
    },
  },
  {
    at: "公園",
    sign: {
      side: "公園側の歩道",
      walk: "公園の入口の車止めの横に標識があります。",
      landmarks: ["公園の入口の車止め"],
      winter: "雪の日は入口の前の歩道でお待ちください。",
    },
  },
  {
    at: "山門",
    sign: {
      side: "山門側",
      walk: "山門の石段の下に標識があります。",
      winter: "石段は滑ります。下の道でお待ちください。",
    },
  },
  {
    at: "鳥居",
    sign: {
      side: "駐車場側",
      walk: "鳥居に向かって左、駐車場との境に標識があります。",
      landmarks: ["大きな鳥居"],
      winter: "雪の日は鳥居の前の広い所でお待ちください。",
    },
  },
  {
    at: "駐車場",
    sign: {
      side: "駐車場の入口側",
      walk: "駐車場の入口の看板の横に標識があります。",
      winter: "雪の日は入口の看板の前が目印です。駐車場の奥には車が入りません。",
    },
  },
  {
    at: "キャンパス",
    sign: {
      side: "大学側の歩道",
      walk: "守衛室の前に標識があります。",
      winter: "雪の日は守衛室の軒下でお待ちいただけます。",
    },
  },
  {
    at: "建物の前",
    sign: {
      side: "建物側の路肩",
      walk: "建物の入口から道路に出た所に標識があります。",
      winter: "雪の日は標識の旗（赤）が目印です。",
    },
  },
];

const MORE: Readonly<Record<string, StopSign>> = {
  E3520200112111: { landmarks: ["正面の掲示板", "駐輪場"] },
  E3520200033201: { landmarks: ["噴水", "公園の入口の車止め"] },
  E3520200045201: { landmarks: ["ときわ湖", "正面の大きな案内板"] },
  E3520200002201: { landmarks: ["野球場の照明塔"] },
};
