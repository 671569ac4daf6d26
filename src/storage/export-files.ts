import type { Clock } from '../clock.ts';
import { EXPORT_FILE_LIFE_MS, EXPORTS_FOLDER } from './keys.ts';

/**
 * Writes a stream into a file of the origin private file system and returns the file, which is on disk; in a
 * browser without this file system, the file is in memory.
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

/** Removes the files of earlier exports, once the browser has had time to save them as downloads. */
export async function sweepExportFiles(clock: Clock): Promise<void> {
  const folder = await exportsFolder(false).catch(() => undefined);
  if (!folder) return;
  for await (const [name, handle] of folder.entries()) {
    const { lastModified } =
      handle instanceof FileSystemFileHandle ? await handle.getFile() : { lastModified: 0 };
    // A file that another tab is writing is locked; the removal fails, as it should.
    if (Math.abs(clock.now() - lastModified) > EXPORT_FILE_LIFE_MS)
      await folder.removeEntry(name).catch(() => undefined);
  }
}

/** Returns the files of exports that are still stored. */
export async function listExportFiles(): Promise<readonly File[]> {
  const folder = await exportsFolder(false);
  const files: File[] = [];
  for await (const handle of folder?.values() ?? [])
    if (handle instanceof FileSystemFileHandle) files.push(await handle.getFile());
  return files;
}

async function openTarget() {
  try {
    const folder = await exportsFolder(true);
    const name = crypto.randomUUID();
    const handle = await folder?.getFileHandle(name, { create: true });
    // Some browsers have the file system, but no `createWritable` in a page.
    if (!folder || !handle || !('createWritable' in handle)) return undefined;
    return { handle, remove: () => folder.removeEntry(name).catch(() => undefined) };
  } catch {
    return undefined;
  }
}

async function exportsFolder(create: boolean): Promise<FileSystemDirectoryHandle | undefined> {
  // Always defined by its type, but missing in old browsers and insecure contexts.
  const storage: Partial<StorageManager> | undefined = navigator.storage;
  const root = await storage?.getDirectory?.();
  return root?.getDirectoryHandle(EXPORTS_FOLDER, { create });
}
