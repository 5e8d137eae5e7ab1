/** Whether an address can name a tenant at all. */
export const isTenantName = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,62}$/.test(text);
