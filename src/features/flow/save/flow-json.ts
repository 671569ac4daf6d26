import type { Flow } from '../record/flow.ts';

/** Writes a flow as JSON, as it is kept: secrets are told by their length. */
export function toJson(flow: Flow, exportedAt: number): string {
  const { version, ...rest } = flow;
  const document = { version, exported_at: new Date(exportedAt).toISOString(), ...rest };
  return `${JSON.stringify(document, null, 2)}\n`;
}
