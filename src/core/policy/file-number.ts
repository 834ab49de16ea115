/** `01`: files of a bundle stand in the order in which they are put in place. */
export function fileNumber(number: number): string {
  return String(number).padStart(2, "0");
}
