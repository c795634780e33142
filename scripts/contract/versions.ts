/** Which version may break what the one before it promised (Semantic Versioning 2.0.0, 4 and 8). */
export function mayBreak(before: string, after: string): boolean {
  const [[wasMajor = 0, wasMinor = 0], [major = 0, minor = 0]] = [before, after].map((one) =>
    one.split('.').map(Number),
  ) as [number[], number[]];
  if (major !== wasMajor) return major > wasMajor;
  return major === 0 && minor > wasMinor;
}
