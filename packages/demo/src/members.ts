import { type ServiceDate, serviceDate } from "@noriai/kernel";
import type { DemoMember } from "./demo-town.ts";
import { fiscalYearOf } from "./rules.ts";

/** Name, kana, town, age on 1 April of the fiscal year, birthday (after it); `handbook`: holds a disability handbook. */
type Person = readonly [
  name: string,
  kana: string,
  town: string,
  age: number,
  birthday: string,
  handbook?: "handbook",
];

// Invented people: no relation to anybody who lives in these towns.
const PEOPLE: readonly Person[] = [
  ["山田 花子", "やまだ はなこ", "琴芝町一丁目", 78, "05-14"],
  ["佐々木 義男", "ささき よしお", "西小串一丁目", 83, "09-02"],
  ["田村 和子", "たむら かずこ", "鵜の島町", 74, "11-30"],
  ["松本 清", "まつもと きよし", "西琴芝二丁目", 71, "07-21"],
  ["河村 トミ子", "かわむら とみこ", "上条三丁目", 88, "04-03"],
  ["岡本 正雄", "おかもと まさお", "文京町", 80, "12-17"],
  ["原田 節子", "はらだ せつこ", "南小羽山町二丁目", 76, "06-08"],
  ["中野 茂", "なかの しげる", "北小羽山町一丁目", 85, "10-25"],
  ["藤井 信子", "ふじい のぶこ", "川添二丁目", 72, "08-19"],
  ["石田 勝", "いしだ まさる", "大小路三丁目", 79, "05-29"],
  ["西村 千代", "にしむら ちよ", "開二丁目", 91, "09-15"],
  ["村上 久雄", "むらかみ ひさお", "岬町一丁目", 77, "07-07"],
  ["大田 弘子", "おおた ひろこ", "松山町五丁目", 73, "11-11"],
  ["伊藤 昭", "いとう あきら", "草江一丁目", 82, "04-22"],
  ["渡辺 静江", "わたなべ しずえ", "則貞三丁目", 87, "06-30"],
  ["小川 明美", "おがわ あけみ", "亀浦一丁目", 58, "08-04"],
  ["森 健一", "もり けんいち", "今村北四丁目", 66, "05-05"],
  ["橋本 由美", "はしもと ゆみ", "床波六丁目", 34, "10-10"],
  ["橋本 蓮", "はしもと れん", "床波六丁目", 8, "07-15"],
  ["橋本 結菜", "はしもと ゆな", "床波六丁目", 3, "09-09"],
  ["池田 浩", "いけだ ひろし", "常盤台一丁目", 52, "04-18", "handbook"],
  ["斎藤 恵子", "さいとう けいこ", "中村二丁目", 47, "12-01", "handbook"],
  ["斉藤 恵子", "さいとう けいこ", "沼二丁目", 69, "06-12"],
  ["吉村 大輔", "よしむら だいすけ", "島二丁目", 41, "11-23"],
  ["林 さくら", "はやし さくら", "下条一丁目", 16, "08-27"],
  ["清水 美咲", "しみず みさき", "恩田町四丁目", 10, "05-20"],
  ["髙橋 誠", "たかはし まこと", "野中二丁目", 63, "09-28"],
  ["𠮷野 文子", "よしの ふみこ", "神原町一丁目", 75, "10-02"],
  ["金子 徹", "かねこ とおる", "居能町二丁目", 55, "07-31", "handbook"],
  ["前田 光江", "まえだ みつえ", "東平原二丁目", 81, "06-21"],
];

/** Thirty invented members. Birth dates follow `today`, so that every fare class is there in any year. */
export function membersAround(today: ServiceDate): readonly DemoMember[] {
  const year = fiscalYearOf(today);
  return PEOPLE.map(([name, kana, town, age, birthday, handbook], index) => ({
    memberNo: String(10_001 + index),
    name,
    kana,
    phone: `0836-00-${String(index + 1).padStart(4, "0")}`,
    town,
    birthDate: serviceDate(`${year - age - 1}-${birthday}`),
    disability: handbook === undefined ? undefined : { seenOn: serviceDate(`${year - 1}-10-01`) },
    ...channelOf(index, age),
  }));
}

/** Who is younger than 75 reads mail, and some others short messages; the others are phoned. */
function channelOf(index: number, age: number): Pick<DemoMember, "channel"> {
  if (age < 75) return { channel: { means: "email", address: `member-${10_001 + index}@example.jp` } };
  const digits = String(index + 1).padStart(4, "0");
  return index % 3 === 1 ? { channel: { means: "sms", address: `090-0000-${digits}` } } : {};
}
