/** One writing for what sounds or looks the same, for searches: ｽｰﾊﾟｰ, スーパー and すーぱー; Ａ and a; without spaces. */
export const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, "");
