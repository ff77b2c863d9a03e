/** PNG with a palette: a chart has few colours, and takes less than half the bytes that way. */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const MAX_COLOURS = 256;
const BITS = 8;
const INDEXED = 3;

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and alpha, row by row; alpha is taken as opaque. */
  pixels: Uint8Array;
}

/** Bits of a colour that count, from all to the upper four; shades that differ in the rest become one. */
const PRECISIONS = [0xffffff, 0xfcfcfc, 0xf8f8f8, 0xf0f0f0];

/** The file, or undefined when the picture has far more colours than a palette holds. */
export function encodePalettePng(image: Pixels): Uint8Array | undefined {
  for (const precision of PRECISIONS) {
    const indexed = toPalette(image, precision);
    if (indexed) return encode(image, indexed);
  }
  return undefined;
}

interface Indexed {
  rows: Uint8Array;
  colours: number[];
}

function toPalette({ width, height, pixels }: Pixels, precision: number): Indexed | undefined {
  const numbers = new Map<number, number>();
  // Each row begins with its filter: 0, none, which is best for a palette.
  const rows = new Uint8Array((width + 1) * height);
  let last = -1;
  let lastNumber = 0;
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    to += 1;
    for (let x = 0; x < width; x += 1, from += 4, to += 1) {
      const colour =
        (((pixels[from] ?? 0) << 16) | ((pixels[from + 1] ?? 0) << 8) | (pixels[from + 2] ?? 0)) &
        precision;
      if (colour !== last) {
        last = colour;
        lastNumber = numbers.get(colour) ?? numbers.size;
        if (lastNumber === MAX_COLOURS) return undefined;
        numbers.set(colour, lastNumber);
      }
      rows[to] = lastNumber;
    }
  }
  return { rows, colours: [...numbers.keys()] };
}

function encode({ width, height }: Pixels, { rows, colours }: Indexed): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, INDEXED, 0, 0, 0], 8);
  const palette = Uint8Array.from(
    colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Length, name, content and checksum. */
function chunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
