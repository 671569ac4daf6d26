import type { Clock } from '../clock.ts';
import { EXPORT_FILE_LIFE_MS, EXPORTS_FOLDER } from './keys.ts';

/**
 * Writes a stream into a file of the origin private file system, and gives the file, which is on
 * disk and not in memory; where the browser has no such place, the file is in memory.
 */
export async function writeExportFile(
  content: ReadableStream<Uint8Array>,
  name: string,
  type: string,
  signal: AbortSignal,
): Promise<File> {
  const target = await openTarget();
  if (!target) {
    const whole = await new Response(content.pipeThrough(new TransformStream(), { signal })).blob();
    return new File([whole], name, { type });
  }
  try {
    await content.pipeTo(await target.handle.createWritable(), { signal });
  } catch (error) {
    await target.remove();
    throw error;
  }
  return new File([await target.handle.getFile()], name, { type });
}

/** Removes the files of earlier exports, once they have had the time to be saved. */
export async function sweepExportFiles(clock: Clock): Promise<void> {
  const folder = await exportsFolder(false).catch(() => undefined);
  if (!folder) return;
  for await (const [name, handle] of folder.entries()) {
    const { lastModified } =
      handle instanceof FileSystemFileHandle ? await handle.getFile() : { lastModified: 0 };
    // What another tab is writing cannot be removed, and is not to be.
    if (lastModified < clock.now() - EXPORT_FILE_LIFE_MS)
      await folder.removeEntry(name).catch(() => undefined);
  }
}

async function openTarget() {
  try {
    const folder = await exportsFolder(true);
    const name = crypto.randomUUID();
    const handle = await folder?.getFileHandle(name, { create: true });
    // Some browsers have the place, but no way to write there from a page.
    if (!folder || !handle || !('createWritable' in handle)) return undefined;
    return { handle, remove: () => folder.removeEntry(name).catch(() => undefined) };
  } catch {
    return undefined;
  }
}

async function exportsFolder(create: boolean): Promise<FileSystemDirectoryHandle | undefined> {
  // The types promise it; old browsers and insecure pages do not keep the promise.
  const storage: Partial<StorageManager> | undefined = navigator.storage;
  const root = await storage?.getDirectory?.();
  return root?.getDirectoryHandle(EXPORTS_FOLDER, { create });
}
