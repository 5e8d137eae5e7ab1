/** Whether this browser has passkeys, and this address a name for which they can be made. */
export const canUsePasskeys = (): boolean =>
  typeof window.PublicKeyCredential === "function" && !/^[\d.]+$|:/.test(window.location.hostname);
