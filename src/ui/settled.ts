import type { Resource } from 'solid-js';

/**
 * Gives the value of a resource, or `undefined` while it loads and after it failed. A plain read would suspend the
 * page: its content would leave the document for a moment, and an open dialog would be modal no more.
 */
export function settled<T>(resource: Resource<T>): T | undefined {
  return resource.state === 'ready' ? resource() : undefined;
}
