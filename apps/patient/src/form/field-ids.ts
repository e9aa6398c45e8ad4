/** An id that an address and a style sheet can hold, from the key of a question. */
export function fieldId(key: string): string {
  return `q-${key.replace(/[^A-Za-z0-9-]/g, (sign) => `_${sign.codePointAt(0)?.toString(16) ?? ''}`)}`;
}

/** Goes to a field as a link would, without a new address to go back through. */
export function goToField(id: string): void {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
