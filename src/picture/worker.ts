/** The thread that draws, so that no other answer waits for a picture. */
import { parentPort } from 'node:worker_threads';
import { drawTimeline } from './draw.ts';
import { paintPng } from './paint.ts';
import type { TimelinePicture } from './picture.ts';

export interface DrawRequest {
  id: number;
  picture: TimelinePicture;
}
export type DrawResult = { id: number; png: Uint8Array } | { id: number; error: unknown };

parentPort?.on('message', ({ id, picture }: DrawRequest) => {
  parentPort?.postMessage(draw(id, picture));
});

function draw(id: number, picture: TimelinePicture): DrawResult {
  try {
    return { id, png: paintPng(drawTimeline(picture)) };
  } catch (error) {
    return { id, error };
  }
}
