/** Says whether a value keeps below its limit. */
export function most(what: string, value: number, limit: number, unit: string): string {
  return line(value <= limit, what, value, unit, `at most ${limit}`);
}

/** Says whether a target holds. */
export function line(
  holds: boolean,
  what: string,
  value: number,
  unit: string,
  limit: string,
): string {
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
  return `  ${holds ? 'holds ' : 'MISSED'}  ${what}: ${[shown, unit].join(' ').trim()} (${limit})`;
}
