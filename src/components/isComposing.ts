/** Whether a key belongs to an input method. Safari ends the composition before it tells of the key, and marks that by the number alone. */
export function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells it
  return event.isComposing || event.keyCode === 229;
}
