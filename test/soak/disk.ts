/** A disk small enough to be filled. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** Mounts one of 8 MB at a folder; undefined where this user may not. */
export function mountSmallDisk(folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]);
  return status === 0 ? folder : undefined;
}

export function unmountSmallDisk(folder: string): void {
  spawnSync('umount', [folder]);
}
