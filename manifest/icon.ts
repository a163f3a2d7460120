import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const BLUE: Colour = [11, 79, 113, 255];
const WHITE: Colour = [255, 255, 255, 255];
const NOTHING: Colour = [255, 255, 255, 0];

/** The clock on the partnership's blue, 192 pixels wide. */
export const colourIcon = (): Buffer => png(192, clock(192, BLUE));
/** The same as an outline on nothing, 32 pixels wide. */
export const outlineIcon = (): Buffer => png(32, clock(32, NOTHING));

/** A face and two hands, at three o'clock. */
const clock =
  (size: number, behind: Colour) =>
  (x: number, y: number): Colour => {
    const [across, down] = [(x + 0.5) / size - 0.5, (y + 0.5) / size - 0.5];
    const isRing = Math.abs(Math.hypot(across, down) - 0.34) < 0.04;
    const isLong = Math.abs(across) < 0.035 && down > -0.22 && down < 0.035;
    const isShort = Math.abs(down) < 0.035 && across > -0.035 && across < 0.17;
    return isRing || isLong || isShort ? WHITE : behind;
  };

/** www.w3.org/TR/png: eight bits a channel, with alpha, no filter. */
const png = (size: number, colourAt: (x: number, y: number) => Colour): Buffer => {
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: size }, (_, x) => colourAt(x, y)).flat()]),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
};
