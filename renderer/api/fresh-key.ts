/** A new idempotency key: one for each thing a person does, the same again when it is sent again. */
export function freshKey(): string {
  // crypto.randomUUID is missing where the hub is reached over plain HTTP in the venue's network.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
