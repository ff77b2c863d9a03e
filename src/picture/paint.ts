/** Turns SVG into PNG with fonts that come with the bot, so that it looks the same on every machine. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { encodePalettePng } from './png.ts';
import { FONT_FAMILY } from './svg.ts';

const require = createRequire(import.meta.url);
const FONT_FILES = ['400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf'].map(
  (file) => require.resolve(`@expo-google-fonts/noto-sans/${file}`),
);

/** The PNG of an SVG document, as large as the document says. Takes some tens of milliseconds. */
export function paintPng(svg: string): Uint8Array {
  const drawing = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: FONT_FAMILY },
  });
  const rendered = drawing.render();
  const { width, height } = rendered;
  // `pixels` copies them on each access.
  return encodePalettePng({ width, height, pixels: rendered.pixels }) ?? rendered.asPng();
}
