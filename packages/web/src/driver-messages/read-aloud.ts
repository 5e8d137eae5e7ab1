/**
 * Reads a text to the driver with a voice of the device itself: one that is spoken elsewhere would send the words away.
 * A device that has none stays silent.
 */
export function readAloud(text: string): void {
  if (!("speechSynthesis" in globalThis)) return;
  const voice = ownVoice(speechSynthesis.getVoices(), document.documentElement.lang);
  if (voice === undefined) return;
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice as SpeechSynthesisVoice;
  words.lang = voice.lang;
  speechSynthesis.speak(words);
}

/** Can the device read the page's language aloud by itself? */
export const hasVoice = (): boolean =>
  "speechSynthesis" in globalThis &&
  ownVoice(speechSynthesis.getVoices(), document.documentElement.lang) !== undefined;

type Voice = Pick<SpeechSynthesisVoice, "lang" | "localService" | "default">;

/** The device's own voice for a language, its usual one first. Voices spoken by a service elsewhere are never taken. */
export function ownVoice<V extends Voice>(voices: readonly V[], language: string): V | undefined {
  const fitting = voices.filter(
    ({ lang, localService }) => localService && languageOf(lang) === languageOf(language),
  );
  return fitting.find((voice) => voice.default) ?? fitting[0];
}

const languageOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0]!;
