/** Numbers a statement's placeholders on from those of the statement around it. */
export function shifted(text: string, by: number): string {
  return text.replaceAll(/\$(\d+)/g, (_, place: string) => `$${Number(place) + by}`);
}
