/** Texts for a yes whose answer did not come. Gives the shape for the other languages. */
export const ja = {
  title: "ご予約を確定できたか、確かめられませんでした",
  lead: "電波のよいところで、下のボタンをもう一度押してください。続けて押しても、ご予約が二重になることはありません。",
  again: "もう一度確定する",
};

export type UnsureMessages = typeof ja;
