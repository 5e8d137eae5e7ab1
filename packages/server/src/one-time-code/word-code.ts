import { ONE_TIME_CODE_SECONDS } from "@noriai/identity";
import type { NoticeLanguage } from "@noriai/store";
import type { WordedNotice } from "../notify/word-notice.ts";

const MINUTES = ONE_TIME_CODE_SECONDS / 60;

/**
 * A one-time code in words. It names nobody: whoever finds the telephone learns nothing.
 * @param origin  of our pages, for a short message: telephones offer such a code on the pages of this origin only
 */
export function wordCode({
  code,
  language,
  origin,
}: {
  readonly code: string;
  readonly language: NoticeLanguage;
  readonly origin: string | undefined;
}): WordedNotice {
  const { title, lines, noReply } = WORDS[language];
  const forPhones = origin === undefined ? [] : ["", `@${new URL(origin).hostname} #${code}`];
  return { title: title(code), lines: [...lines, ...forPhones], noReply };
}

interface CodeSentences {
  readonly title: (code: string) => string;
  readonly lines: readonly string[];
  readonly noReply: string;
}

const WORDS: Readonly<Record<NoticeLanguage, CodeSentences>> = {
  ja: {
    title: (code) => `確認コード ${code}`,
    lines: [
      `${MINUTES}分以内に、画面に入力してください。`,
      "職員がこのコードをお尋ねすることはありません。ほかの人に教えないでください。",
      "お心当たりのないときは、何もしなくてかまいません。",
    ],
    noReply: "このメールには返信できません。",
  },
  "ja-easy": {
    title: (code) => `確認（かくにん）コード ${code}`,
    lines: [
      `${MINUTES}分（ぷん）のあいだに、画面（がめん）に書（か）いてください。`,
      "ほかの人（ひと）に教（おし）えないでください。町（まち）の人（ひと）も聞（き）きません。",
      "知（し）らないときは、何（なに）もしなくていいです。",
    ],
    noReply: "このメールに返事（へんじ）はできません。",
  },
  en: {
    title: (code) => `Your code ${code}`,
    lines: [
      `Type it on the page within ${MINUTES} minutes.`,
      "Our staff never ask for this code. Tell it to nobody.",
      "If you did not ask for it, you need not do anything.",
    ],
    noReply: "Nobody reads answers to this mail.",
  },
};
