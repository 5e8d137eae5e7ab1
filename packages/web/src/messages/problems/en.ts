import type { ProblemMessages } from "./ja.ts";

export const en: ProblemMessages = {
  offline: "There is no connection. Check your network, then try again.",
  unreadable: "The server's answer could not be read. Please try again in a while.",
  "not-signed-in": "Your session has ended. Please sign in again.",
  "wrong-credentials": "The member number, login name or password is wrong. Check them and try again.",
  "wrong-code": "The code is wrong or too old. Check the six digits, or have a new code sent.",
  "passkey-refused": "The passkey could not be verified. Try again, or sign in with a code.",
  "not-allowed": "This cannot be done in your present role.",
  "not-found": "This was not found. It may have been cancelled, or its time has passed.",
  "not-possible-now": "This is not possible in the present state. Please look at the latest state.",
  "too-many-attempts": "There were too many attempts. Please wait a while, then try again.",
  busy: "The server is busy. Please wait a moment and try again.",
  unavailable: "The service is not available for the moment. Please wait a moment and try again.",
  internal: "Something went wrong on the server. Please try again, and call us if it stays.",
  "invalid-input": "Please check what you entered.",
  other: "This did not work. Please try again.",
};
