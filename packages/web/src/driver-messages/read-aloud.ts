import { useSyncExternalStore } from "react";

/**
 * Reads a text to the driver with a voice of the device itself: one that is spoken elsewhere would send the words away.
 * A device that has none stays silent.
 */
export function readAloud(text: string): void {
  if (!("speechSynthesis" in globalThis)) return;
  if (speechSynthesis.getVoices().length > 0) speak(text);
  else onVoices(() => speak(text), { once: true });
}

function speak(text: string): void {
  const voice = ownVoice(speechSynthesis.getVoices(), document.documentElement.lang);
  if (voice === undefined) return;
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice as SpeechSynthesisVoice;
  words.lang = voice.lang;
  speechSynthesis.speak(words);
}

/** Can the device read the page's language aloud by itself? */
export const useHasVoice = (): boolean => useSyncExternalStore(onVoices, hasVoice);

const hasVoice = (): boolean =>
  "speechSynthesis" in globalThis &&
  ownVoice(speechSynthesis.getVoices(), document.documentElement.lang) !== undefined;

/** Chromium looks for its voices when it is first asked for them, and tells of them later. */
function onVoices(hear: () => void, how: AddEventListenerOptions = {}): () => void {
  if (!("speechSynthesis" in globalThis)) return () => {};
  speechSynthesis.addEventListener?.("voiceschanged", hear, how);
  return () => speechSynthesis.removeEventListener?.("voiceschanged", hear);
}

type Voice = Pick<SpeechSynthesisVoice, "lang" | "localService" | "default">;

/** The device's own voice for a language, its usual one first. Voices spoken by a service elsewhere are never taken. */
export function ownVoice<V extends Voice>(voices: readonly V[], language: string): V | undefined {
  const fitting = voices.filter(
    ({ lang, localService }) => localService && languageOf(lang) === languageOf(language),
  );
  return fitting.find((voice) => voice.default) ?? fitting[0];
}

const languageOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0]!;
