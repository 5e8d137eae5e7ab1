/** Reads a text to the driver with the voice of the device. One that has no voice stays silent. */
export function readAloud(text: string): void {
  if (!("speechSynthesis" in globalThis)) return;
  const words = new SpeechSynthesisUtterance(text);
  words.lang = document.documentElement.lang;
  speechSynthesis.speak(words);
}
