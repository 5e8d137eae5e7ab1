/**
 * The boarding points of 宇部市（デモ）: forty real facilities of `data/ube-places.csv`, chosen so that each lies within
 * 150 m of a road of the map and that they cover it (a test says so). Position comes from the table; reading, other names
 * and guidance are written by hand. Where exactly one waits is invented.
 */
export interface FacilityStop {
  /** Key of the facility in `data/ube-places.csv`. */
  readonly facility: string;
  /** Name on the stop's sign, where it differs from the facility's. */
  readonly name?: string;
  readonly kana: string;
  readonly aliases?: readonly string[];
  readonly guidance: string;
}

const FRONT = "正面玄関の前でお待ちください。";
const GATE = "正門の前、歩道側でお待ちください。";
const PARKING = "駐車場の入口でお待ちください。";
const ROADSIDE = "建物の前、道路側でお待ちください。";

/** In the order of their numbers: town centre, west, north, middle, south, east. */
export const UBE_STOPS: readonly FacilityStop[] = [
  { facility: "E3520200112111", kana: "しんかわふれあいせんたー", guidance: FRONT },
  {
    facility: "E3520200032201",
    kana: "しんぎょうじ",
    aliases: ["市役所のそば"],
    guidance: "山門の前、道路側でお待ちください。",
  },
  { facility: "E3520200033201", kana: "ちゅうおうこうえん", guidance: "公園の入口でお待ちください。" },
  { facility: "E3520200034111", kana: "かみはらしょうがっこう", aliases: ["神原小"], guidance: GATE },
  { facility: "E3520200024111", kana: "かみはらふれあいせんたー", guidance: FRONT },
  { facility: "E3520200115111", kana: "ことしばしょうがっこう", aliases: ["琴芝小"], guidance: GATE },
  { facility: "E3520200038111", kana: "ことしばふれあいせんたー", guidance: FRONT },
  { facility: "E3520200039111", kana: "しんかわしょうがっこう", aliases: ["新川小"], guidance: GATE },
  { facility: "E3520200113111", kana: "ぶどうかん", guidance: PARKING },
  { facility: "E3520200015111", kana: "うのしましょうがっこう", aliases: ["鵜ノ島小"], guidance: GATE },
  { facility: "E3520200001111", kana: "うのしまふれあいせんたー", guidance: FRONT },
  { facility: "E3520200005201", kana: "みしまかいかん", guidance: ROADSIDE },
  {
    facility: "E3520200028201",
    kana: "ぜんぷくじ",
    guidance: "山門の前、道路側でお待ちください。",
  },
  { facility: "E3520200029111", kana: "ふじやましょうがっこう", aliases: ["藤山小"], guidance: GATE },
  { facility: "E3520200120111", kana: "ふじやまふれあいせんたー", guidance: FRONT },
  {
    facility: "E3520200118201",
    kana: "うべふろんてぃあだいがく",
    aliases: ["フロンティア大"],
    guidance: "キャンパスの入口でお待ちください。",
  },
  { facility: "E3520200059111", kana: "ももやまちゅうがっこう", aliases: ["桃山中"], guidance: GATE },
  { facility: "E3520200088201", kana: "ひがしももやましゅうかいじょ", guidance: ROADSIDE },
  { facility: "E3520200121111", kana: "おばやまふれあいせんたー", guidance: FRONT },
  { facility: "E3520200116111", kana: "おばやましょうがっこう", aliases: ["小羽山小"], guidance: GATE },
  { facility: "E3520200058201", kana: "しんかわよんくじちかいしゅうかいじょ", guidance: ROADSIDE },
  {
    facility: "E3520200110111",
    name: "上宇部ふれあいセンター",
    kana: "かみうべふれあいせんたー",
    aliases: ["上宇部会館", "隣保館上宇部会館"],
    guidance: FRONT,
  },
  { facility: "E3520200027111", kana: "かみうべちゅうがっこう", aliases: ["上宇部中"], guidance: GATE },
  { facility: "E3520200109111", kana: "かみうべしょうがっこう", aliases: ["上宇部小"], guidance: GATE },
  {
    facility: "E3520200065201",
    kana: "ことざきはちまんぐう",
    aliases: ["琴崎さま"],
    guidance: "鳥居の前、駐車場側でお待ちください。",
  },
  { facility: "E3520200064201", kana: "ひらきだいしゅうかいじょ", guidance: ROADSIDE },
  { facility: "E3520200079111", kana: "かわかみふれあいせんたー", guidance: FRONT },
  { facility: "E3520200074111", kana: "かわかみちゅうがっこう", aliases: ["川上中"], guidance: GATE },
  { facility: "E3520200020111", kana: "みぞめふれあいせんたー", guidance: FRONT },
  {
    facility: "E3520200026111",
    name: "岬ふれあいセンター",
    kana: "みさきふれあいせんたー",
    aliases: ["岬小学校", "岬小"],
    guidance: FRONT,
  },
  { facility: "E3520200013111", kana: "おんだしょうがっこう", aliases: ["恩田小"], guidance: GATE },
  { facility: "E3520200041111", kana: "おんだふれあいせんたー", guidance: FRONT },
  { facility: "E3520200002201", kana: "おんだうんどうこうえん", guidance: PARKING },
  { facility: "E3520200031111", kana: "ときわちゅうがっこう", aliases: ["常盤中"], guidance: GATE },
  { facility: "E3520200045201", kana: "ときわこうえん", aliases: ["ときわ公園"], guidance: PARKING },
  { facility: "E3520200004111", kana: "ときわふれあいせんたー", guidance: FRONT },
  { facility: "E3520200067111", kana: "ときわしょうがっこう", aliases: ["常盤小"], guidance: GATE },
  { facility: "E3520200073201", kana: "にしきわだんちしゅうかいじょ", guidance: ROADSIDE },
  { facility: "E3520200123201", kana: "みなみがたこうえん", guidance: "公園の入口でお待ちください。" },
  { facility: "E3520200019111", kana: "にしきわふれあいせんたー", guidance: FRONT },
];
