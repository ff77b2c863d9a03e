/** The thread that draws, so that no other answer waits for a picture. */
import { serve } from '../thread/thread.ts';
import { drawBars } from './bars.ts';
import { drawTimeline } from './draw.ts';
import { paintPng } from './paint.ts';
import type { Picture } from './picture.ts';

serve((picture: Picture) =>
  paintPng('rows' in picture ? drawBars(picture) : drawTimeline(picture)),
);
